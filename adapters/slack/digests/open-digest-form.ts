import type { WebClient } from '@slack/web-api';
import type { FormWanted } from '../../../src/chat/form-wanted.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { askerAt, type Place } from '../incoming/place.ts';
import { persist } from '../posting/persist.ts';
import type { SlackBot } from '../slack-bot.ts';
import { digestForm, type FormOrigin } from './digest-form.ts';
import { placeFinder } from './find-place.ts';

/** Who wants a form, and what it is opened and answered by. */
export interface FormAsked {
  readonly client: WebClient;
  readonly place: Place;
  readonly trigger: string;
  /** Where the answer to the form goes; absent in the App Home. */
  readonly url?: string;
}

/**
 * Opens a digest's form, filled in.
 * @returns what to say instead when it may not be opened; `undefined` when there is none to open, or it came too late
 */
export async function openDigestForm(
  bot: SlackBot,
  { client, place, trigger, url }: FormAsked,
  { where, ...purpose }: FormWanted,
): Promise<'opened' | Reply | undefined> {
  const find = placeFinder(bot, client, place);
  const found = bot.digests && (await find(where));
  if (!bot.digests || !found) return undefined;
  const asker = askerAt(place, { by: 'person' }, false);
  const form = await bot.digests.form({ asker, place: found, find, at: bot.clock.now() }, purpose);
  if ('refusal' in form) return form.refusal;
  const origin: FormOrigin = {
    verb: purpose.verb,
    channel: place.channel,
    ...(form.subscription !== undefined && { subscription: form.subscription }),
    ...(url !== undefined && { url }),
    ...(form.destination.kind === 'channel' && { to: form.destination.id }),
  };
  const view = digestForm(form, origin, bot.chat.stories(''));
  const opened = await persist(() => client.views.open({ trigger_id: trigger, view }), bot.patience, true);
  if (!('failure' in opened)) return 'opened';
  bot.log.info({ ...opened.failure }, 'a form could not be opened');
  // Slack used the trigger for the first attempt, whose answer was lost.
  return 'reason' in opened.failure && opened.failure.reason === 'exchanged_trigger_id'
    ? 'opened'
    : undefined;
}
