import {
  type APILabelComponent,
  type ChannelType,
  ComponentType,
  InteractionResponseType,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { DigestForm } from '../../../src/chat/digest-desk.ts';
import {
  type DigestChoices,
  type DigestIntent,
  type DigestWhere,
  WHEN_UNCHANGED,
  type WhenUnchanged,
} from '../../../src/chat/digest-intent.ts';
import type { StoryRef } from '../../../src/chat/reply.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { LIMITS } from '../limits.ts';
import { WRITTEN_IN } from '../written-in.ts';

/** What a form was sent for, as its custom id carries it. */
export interface FormPurpose {
  /** Present when one is changed. */
  readonly subscription?: string;
  readonly where: DigestWhere;
}

const FIELDS = {
  story: 'story',
  when: 'when',
  zone: 'zone',
  quiet: 'quiet',
  unchanged: 'unchanged',
  channel: 'channel',
} as const;
const ALL = 'all';
const words = discordWording.digestForm;

/** Where a form is opened. */
export interface FormOpening {
  /** The place that the digest was asked for. */
  readonly where: DigestWhere;
  /** In a server: only there are channels to pick from. */
  readonly inServer: boolean;
  /** The newest, to choose from. */
  readonly stories: readonly StoryRef[];
}

/**
 * The form as Discord opens it, filled in. Time and days share a field, since a form has five; where one can be moved
 * to another channel, the zone shares it too.
 */
export function digestModal(form: DigestForm, { where, inServer, stories }: FormOpening) {
  const subscription = form.subscription;
  const isMovable = subscription !== undefined && inServer;
  const when = `${form.time} ${form.days}`;
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: encodePurpose({ where, ...(subscription !== undefined && { subscription }) }),
      title: subscription === undefined ? words.subscribe : words.change,
      components: [
        ...storyField(form.story, stories),
        ...(isMovable
          ? [
              ...textField(FIELDS.when, words.whenInZone, words.whenInZoneHint, `${when} ${form.zone}`, 200),
              channelField(form.destination),
            ]
          : [
              ...textField(FIELDS.when, words.when, words.whenHint, when, 100),
              ...textField(FIELDS.zone, words.zone, words.zoneHint, form.zone, 100),
            ]),
        ...textField(FIELDS.quiet, words.quiet, words.quietHint, form.quiet, LIMITS.inputText, false),
        unchangedField(form.whenUnchanged),
      ],
    },
  };
}

/** What a custom id says it was a form for; `undefined` for any other and for forged ones. */
export function formPurpose(customId: string): FormPurpose | undefined {
  const [, subscription, kind, channel] = PURPOSE.exec(customId) ?? [];
  if (kind === undefined) return undefined;
  const where: DigestWhere =
    channel !== undefined ? { kind: 'channel', channel } : { kind: kind === 'me' ? 'me' : 'here' };
  return { where, ...(subscription !== undefined && { subscription }) };
}

/** What was filled in, as the digests take it. */
export function filledIn({ fields }: ModalSubmitInteraction, { subscription }: FormPurpose): DigestIntent {
  const value = (name: string): string => {
    const field = fields.fields.get(name);
    if (field && 'values' in field) return String([...field.values][0] ?? '');
    return field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : '';
  };
  const unchanged = WHEN_UNCHANGED.find((known) => known === value(FIELDS.unchanged));
  const choices: DigestChoices = {
    ...(fields.fields.has(FIELDS.story) && { story: value(FIELDS.story) || ALL }),
    ...(fields.fields.has(FIELDS.when) && { text: value(FIELDS.when) }),
    ...(fields.fields.has(FIELDS.zone) && { zone: value(FIELDS.zone) }),
    // An emptied field means that there are none any more; one that was not shown, that they stay.
    ...(fields.fields.has(FIELDS.quiet) && { quiet: value(FIELDS.quiet) || 'none' }),
    ...(unchanged && { whenUnchanged: unchanged }),
  };
  if (subscription === undefined) return { kind: 'subscribe', choices };
  const channel = value(FIELDS.channel);
  const to: DigestWhere = channel === '' ? { kind: 'me' } : { kind: 'channel', channel };
  return { kind: 'change', subscription, choices, ...(fields.fields.has(FIELDS.channel) && { to }) };
}

const PURPOSE = /^digest-form:1:([a-z0-9]{6,24})?:(me|here|(\d{17,20}))$/;

function encodePurpose({ subscription = '', where }: FormPurpose): string {
  return `digest-form:1:${subscription}:${where.kind === 'channel' ? where.channel : where.kind}`;
}

function storyField(current: string, stories: readonly StoryRef[]): readonly APILabelComponent[] {
  const others = stories.slice(0, LIMITS.choices - 1);
  const fits = others.every(({ slug }) => slug.length <= LIMITS.choiceValue);
  // A story further down than the list goes can still be typed.
  if (!fits || (current !== ALL && !others.some(({ slug }) => slug === current))) {
    return textField(FIELDS.story, words.story, words.storyHint, current, 200);
  }
  const options = [
    { label: words.everyStory, value: ALL },
    ...others.map(({ slug, title }) => ({ label: shortened(title), value: slug })),
  ];
  return [
    {
      type: ComponentType.Label,
      label: words.story,
      component: {
        type: ComponentType.StringSelect,
        custom_id: FIELDS.story,
        options: options.map((option) => ({ ...option, default: option.value === current })),
      },
    },
  ];
}

/** Nothing picked is the DM of whoever changes it. */
function channelField({ kind, id }: DigestForm['destination']): APILabelComponent {
  const current = { default_values: [{ id, type: SelectMenuDefaultValueType.Channel as const }] };
  return {
    type: ComponentType.Label,
    label: words.channel,
    description: words.channelHint,
    component: {
      type: ComponentType.ChannelSelect,
      custom_id: FIELDS.channel,
      channel_types: [...WRITTEN_IN] as ChannelType[],
      required: false,
      ...(kind === 'channel' && current),
    },
  };
}

function unchangedField(current: WhenUnchanged): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: words.unchanged,
    component: {
      type: ComponentType.StringSelect,
      custom_id: FIELDS.unchanged,
      options: WHEN_UNCHANGED.map((value) => ({
        label: words.unchangedChoices[value],
        value,
        default: value === current,
      })),
    },
  };
}

/** None when the value does not fit: opened empty it would take away what there is. */
function textField(
  id: string,
  label: string,
  description: string,
  value: string,
  longest: number,
  required = true,
): readonly APILabelComponent[] {
  if (value.length > longest) return [];
  return [
    {
      type: ComponentType.Label,
      label,
      description,
      component: {
        type: ComponentType.TextInput,
        custom_id: id,
        style: TextInputStyle.Short,
        max_length: longest,
        required,
        ...(value !== '' && { value }),
      },
    },
  ];
}

function shortened(text: string): string {
  const { choiceName } = LIMITS;
  return text.length <= choiceName ? text : `${text.slice(0, choiceName - 1).toWellFormed()}…`;
}
