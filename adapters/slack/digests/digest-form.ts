import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { DigestForm } from '../../../src/chat/digest-desk.ts';
import {
  type DigestChoices,
  type DigestIntent,
  type DigestWhere,
  WHEN_UNCHANGED,
  type WhenUnchanged,
} from '../../../src/chat/digest-intent.ts';
import type { StoryRef } from '../../../src/chat/reply.ts';
import { label } from '../../../src/chat/which-story.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { LIMITS } from '../limits.ts';
import { WEEKDAYS, weekdayOption, weekdaysIn } from './weekday-choices.ts';

/** The form's name, and its fields'. */
export const DIGEST_FORM = 'digest_form';
export const DIGEST_FIELDS = {
  story: 'digest.story',
  time: 'digest.time',
  days: 'digest.days',
  zone: 'digest.zone',
  channel: 'digest.channel',
  unchanged: 'digest.unchanged',
  quiet: 'digest.quiet',
} as const;
/** Every story, as the digests call it. */
export const ALL = 'all';

const words = slackWording.digestForm;

/** What the form remembers of where it was opened. */
export const formOrigin = z.strictObject({
  verb: z.enum(['subscribe', 'change']),
  subscription: z.string().max(100).optional(),
  /** Where whoever opened it was, and the address to answer by if there is one. */
  channel: z.string(),
  url: z.url().optional(),
  /** The channel the digest goes to; absent: to the person. */
  to: z.string().optional(),
});
export type FormOrigin = z.infer<typeof formOrigin>;

/**
 * The form to subscribe with or to change a digest, filled in.
 * @param stories to find the title of the one it opens with
 */
export function digestForm(
  form: DigestForm,
  origin: FormOrigin,
  stories: readonly StoryRef[],
): types.ModalView {
  const isNew = origin.verb === 'subscribe';
  return {
    type: 'modal',
    callback_id: DIGEST_FORM,
    private_metadata: JSON.stringify(origin),
    title: plain(isNew ? words.subscribe : words.change),
    submit: plain(isNew ? words.submit : words.save),
    close: plain(slackWording.cancel),
    blocks: [
      destinationField(origin.to),
      field('story', words.story, storyElement(form.story, stories)),
      field('time', words.time, {
        type: 'timepicker',
        action_id: DIGEST_FIELDS.time,
        initial_time: form.time,
      }),
      field('days', words.days, daysElement(form.days)),
      field('zone', words.zone, zoneElement(form.zone)),
      field('unchanged', words.unchanged, unchangedElement(form.whenUnchanged)),
      ...quietField(form.quiet),
    ],
  };
}

const chosen = z.object({ value: z.string() }).nullish();
/** The values of a submitted form, by field. */
export const formValues = z.record(
  z.string(),
  z.object({
    value: z.string().nullish(),
    selected_time: z.string().nullish(),
    selected_option: chosen,
    selected_options: z.array(z.object({ value: z.string() })).nullish(),
    selected_conversation: z.string().nullish(),
  }),
);

/** What was filled in, as the digests take it. */
export function filledIn(values: z.infer<typeof formValues>, origin: FormOrigin): DigestIntent {
  const { story, time, days, zone, unchanged, quiet } = DIGEST_FIELDS;
  const picked = (name: string) => values[name]?.selected_option?.value ?? '';
  const typed = (name: string) => values[name]?.value?.trim() ?? '';
  const checked = (values[days]?.selected_options ?? []).map(({ value }) => value).join(',');
  const whenUnchanged = WHEN_UNCHANGED.find((known) => known === picked(unchanged));
  const choices: DigestChoices = {
    story: picked(story) || typed(story) || ALL,
    time: values[time]?.selected_time ?? '',
    days: checked || typed(days),
    zone: picked(zone) || typed(zone),
    // An emptied field means that there are none any more; one that was not shown, that they stay.
    ...(values[quiet] && { quiet: typed(quiet) || 'none' }),
    ...(whenUnchanged && { whenUnchanged }),
  };
  if (origin.verb === 'subscribe') return { kind: 'subscribe', choices };
  const to = chosenPlace(values);
  return {
    kind: 'change',
    choices,
    ...(to && { to }),
    ...(origin.subscription !== undefined && { subscription: origin.subscription }),
  };
}

/** Where it is to go; nobody chosen is whoever fills it in. `undefined`: the form did not ask. */
export function chosenPlace(values: z.infer<typeof formValues>): DigestWhere | undefined {
  const field = values[DIGEST_FIELDS.channel];
  if (!field) return undefined;
  const to = field.selected_conversation;
  return typeof to === 'string' ? { kind: 'channel', channel: `#${to}` } : { kind: 'me' };
}

type InputElement = types.InputBlock['element'];

function destinationField(to: string | undefined): types.InputBlock {
  const element = {
    type: 'conversations_select' as const,
    action_id: DIGEST_FIELDS.channel,
    filter: { include: ['public' as const, 'private' as const], exclude_external_shared_channels: false },
    ...(to !== undefined && { initial_conversation: to }),
  };
  return { ...field('channel', words.channel, element), optional: true, hint: plain(words.channelHint) };
}

/** A slug too long for a choice is typed. */
function storyElement(story: string, stories: readonly StoryRef[]): InputElement {
  if (story.length > LIMITS.optionValue) {
    return { type: 'plain_text_input', action_id: DIGEST_FIELDS.story, initial_value: story };
  }
  const title = stories.find(({ slug }) => slug === story)?.title ?? story;
  return {
    type: 'external_select',
    action_id: DIGEST_FIELDS.story,
    min_query_length: 0,
    initial_option: option(story === ALL ? words.everyStory : label(title), story),
  };
}

/** Days that a subscription says in words of its own stay words. */
function daysElement(days: string): InputElement {
  const named = weekdaysIn(days);
  if (days !== '' && named === undefined) {
    return { type: 'plain_text_input', action_id: DIGEST_FIELDS.days, initial_value: days };
  }
  return {
    type: 'checkboxes',
    action_id: DIGEST_FIELDS.days,
    options: WEEKDAYS.map(weekdayOption),
    ...(named && { initial_options: WEEKDAYS.filter((day) => named.includes(day)).map(weekdayOption) }),
  };
}

function zoneElement(zone: string): InputElement {
  return {
    type: 'external_select',
    action_id: DIGEST_FIELDS.zone,
    min_query_length: 0,
    placeholder: plain(words.zoneHint),
    ...(zone !== '' && { initial_option: option(zone, zone) }),
  };
}

/** None when there are more dates than fit: opened empty it would take them away. */
function quietField(quiet: string): readonly types.InputBlock[] {
  if (quiet.length > LIMITS.plainTextInput) return [];
  const element = {
    type: 'plain_text_input' as const,
    action_id: DIGEST_FIELDS.quiet,
    max_length: LIMITS.plainTextInput,
    ...(quiet !== '' && { initial_value: quiet }),
  };
  return [{ ...field('quiet', words.quiet, element), optional: true, hint: plain(words.quietHint) }];
}

function unchangedElement(current: WhenUnchanged): InputElement {
  const choice = (one: WhenUnchanged) => option(words.unchangedChoices[one], one);
  return {
    type: 'radio_buttons',
    action_id: DIGEST_FIELDS.unchanged,
    options: WHEN_UNCHANGED.map(choice),
    initial_option: choice(current),
  };
}

function field(id: string, text: string, element: InputElement): types.InputBlock {
  return { type: 'input', block_id: id, label: plain(text), element };
}

function option(text: string, value: string) {
  return { text: plain(text), value };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
