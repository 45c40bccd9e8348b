import type { RepliableInteraction } from 'discord.js';
import type { DigestWhere } from '../../../src/chat/digest-intent.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Asker, Intent } from '../../../src/chat/request.ts';
import type { Bot } from '../bot.ts';
import { digestModal, type FormPurpose } from '../digests/digest-form.ts';
import { interactionPlace } from '../digests/place-of.ts';
import { RESPOND_WITHIN_MS } from '../limits.ts';
import { notices } from '../notices.ts';
import { acknowledge } from '../sending/interaction-answer.ts';
import { within } from '../sending/within.ts';

/** The form that an intent is better answered with: a subscription or a change of which nothing is said yet. */
export function formWanted(intent: Intent): FormPurpose | undefined {
  if (intent.kind === 'action') {
    const { action } = intent;
    if (action.kind !== 'digest' || (action.verb !== 'subscribe' && action.verb !== 'change'))
      return undefined;
    return purpose(action.subscription, { kind: 'here' });
  }
  if (intent.kind !== 'digest') return undefined;
  const { digest, where } = intent;
  if (digest.kind !== 'subscribe' && digest.kind !== 'change') return undefined;
  if (Object.keys(digest.choices).length > 0) return undefined;
  return purpose(digest.kind === 'change' ? digest.subscription : undefined, where);
}

/**
 * Opens a digest's form, filled in.
 * @returns what to say instead when it may not be opened; `undefined` when it is open, or nothing is to be said here
 */
export async function openDigestForm(
  bot: Bot,
  interaction: RepliableInteraction,
  asker: Asker,
  { where, subscription }: FormPurpose,
): Promise<'opened' | Reply | undefined> {
  const place = await interactionPlace(interaction)(where);
  if (!bot.digests || !place) return undefined;
  const opening = bot.digests.form({ asker, place, at: bot.clock.now() }, subscription);
  // A form cannot be put off: it is the first response or none.
  const form = await within(opening, RESPOND_WITHIN_MS);
  if (!form) return notices.sorry();
  if ('refusal' in form) return form.refusal;
  await acknowledge(bot.rest, interaction, digestModal(form, where, bot.chat.stories('')));
  return 'opened';
}

function purpose(subscription: string | undefined, where: DigestWhere): FormPurpose {
  return { where, ...(subscription !== undefined && { subscription }) };
}
