import type { RepliableInteraction } from 'discord.js';
import type { FormWanted } from '../../../src/chat/form-wanted.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Asker } from '../../../src/chat/request.ts';
import type { Bot } from '../bot.ts';
import { digestModal } from '../digests/digest-form.ts';
import { interactionPlace } from '../digests/place-of.ts';
import { RESPOND_WITHIN_MS } from '../limits.ts';
import { notices } from '../notices.ts';
import { acknowledge } from '../sending/interaction-answer.ts';
import { within } from '../sending/within.ts';

/**
 * Opens a digest's form, filled in.
 * @returns what to say instead when it may not be opened; `undefined` when it is open, or nothing is to be said here
 */
export async function openDigestForm(
  bot: Bot,
  interaction: RepliableInteraction,
  asker: Asker,
  { where, ...purpose }: FormWanted,
): Promise<'opened' | Reply | undefined> {
  const find = interactionPlace(interaction);
  const place = await find(where);
  if (!bot.digests || !place) return undefined;
  const opening = bot.digests.form({ asker, place, find, at: bot.clock.now() }, purpose);
  // A form cannot be put off: it is the first response or none.
  const form = await within(opening, RESPOND_WITHIN_MS);
  if (!form) return notices.sorry();
  if ('refusal' in form) return form.refusal;
  const inServer = interaction.guildId !== null;
  const modal = digestModal(form, { where, inServer, stories: bot.chat.stories('') });
  await acknowledge(bot.rest, interaction, modal);
  return 'opened';
}
