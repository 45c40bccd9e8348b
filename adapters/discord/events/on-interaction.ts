import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { ActionIntent } from '../../../src/chat/action.ts';
import { commandIntent } from '../../../src/chat/command-intent.ts';
import { forOthers } from '../../../src/chat/for-others.ts';
import { formWanted } from '../../../src/chat/form-wanted.ts';
import type { Asker, Intent } from '../../../src/chat/request.ts';
import { chainOf, interactionAsker } from '../asker.ts';
import type { Bot } from '../bot.ts';
import { filledIn, formPurpose } from '../digests/digest-form.ts';
import { withoutKey } from '../digests/keyed-body.ts';
import { interactionPlace } from '../digests/place-of.ts';
import { LIMITS } from '../limits.ts';
import { notices } from '../notices.ts';
import { type MessageBody, renderReply } from '../rendering/render-reply.ts';
import { answerInteraction } from '../sending/interaction-answer.ts';
import { ASK_FORM, askedIn, openAskForm } from './ask-form.ts';
import { commandValues, usedCommand } from './command-values.ts';
import { complete } from './complete.ts';
import { declined } from './gate.ts';
import { askedAbove } from './on-message.ts';
import { openDigestForm } from './open-digest-form.ts';

/** What an interaction comes to: a request, who sees the reply, and what stands above it. */
interface Taken {
  readonly asker: Asker;
  readonly intent: Intent;
  readonly ephemeral: boolean;
  readonly question?: string;
}

/** Takes whatever somebody does with a command, button or form of ours, once, and answers it. */
export async function onInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  if (!bot.taken.isNew(interaction.id, true)) return;
  if (interaction.isAutocomplete()) return complete(bot, interaction);
  if (interaction.isMessageContextMenuCommand()) return openAskForm(bot, interaction);
  if (!interaction.isRepliable()) return;
  await answer(bot, interaction, taken(bot, interaction));
}

async function answer(
  bot: Bot,
  interaction: RepliableInteraction,
  { asker, intent, ephemeral, question }: Taken,
): Promise<void> {
  const refusal = declined(bot, asker.user) ?? (await formInstead(bot, interaction, asker, intent));
  if (refusal === 'opened') return;
  const place = interactionPlace(interaction);
  const replying = refusal
    ? Promise.resolve(refusal)
    : bot.chat.handle({ asker, intent, at: bot.clock.now(), place });
  const above = question === undefined ? undefined : askedAbove(question);
  const making = replying
    .then((reply) => (ephemeral || !interaction.inGuild() ? reply : forOthers(reply)))
    .then((reply) => withinReach(bot, interaction, renderReply(reply, { chat: bot.chat, above })))
    .catch((fault: unknown) => {
      // Somebody may be looking at "thinking…" already.
      bot.log.error({ fault: String(fault) }, 'Discord: a reply could not be rendered');
      return renderReply(notices.sorry(), { chat: bot.chat });
    });
  await answerInteraction(bot.rest, interaction, ephemeral || refusal !== undefined, making);
}

/** What does not fit into the messages a guest may send is said to be missing, never left out without a word. */
function withinReach(
  bot: Bot,
  { client, guildId }: RepliableInteraction,
  messages: readonly MessageBody[],
): readonly MessageBody[] {
  const isGuest = guildId !== null && !client.guilds.cache.has(guildId);
  if (!isGuest || messages.length <= LIMITS.guestFollowUps + 1) return messages;
  return [
    ...messages.slice(0, LIMITS.guestFollowUps),
    ...renderReply(notices.noMoreHere(), { chat: bot.chat }),
  ];
}

/** A form cannot be answered with another; what cannot have one is left to the chat, which says so. */
async function formInstead(bot: Bot, interaction: RepliableInteraction, asker: Asker, intent: Intent) {
  const wanted = formWanted(intent);
  if (!wanted || interaction.isModalSubmit()) return undefined;
  return openDigestForm(bot, interaction, asker, wanted);
}

function taken(bot: Bot, interaction: RepliableInteraction): Taken {
  if (interaction.isChatInputCommand()) return commanded(interaction);
  if (interaction.isButton()) return pressed(bot, interaction);
  if (interaction.isModalSubmit()) return filled(interaction);
  return stale(interactionAsker(interaction));
}

function commanded(interaction: ChatInputCommandInteraction): Taken {
  const asker = interactionAsker(interaction);
  const command = usedCommand(interaction);
  if (!command || command.id === 'quit') return stale(asker);
  const values = commandValues(interaction);
  const intent = commandIntent(command.id, values);
  const { question } = values;
  return { asker, intent, ephemeral: !isForAll(intent, asker), ...(question !== undefined && { question }) };
}

function filled(interaction: ModalSubmitInteraction): Taken {
  const asker = interactionAsker(interaction);
  if (interaction.customId === ASK_FORM) {
    const question = askedIn(interaction);
    return { asker, intent: { kind: 'ask', question }, ephemeral: true, question };
  }
  const purpose = formPurpose(interaction.customId);
  if (!purpose) return stale(asker);
  const digest = filledIn(interaction, purpose);
  return { asker, intent: { kind: 'digest', digest, where: purpose.where }, ephemeral: true };
}

function pressed(bot: Bot, interaction: ButtonInteraction): Taken {
  const { message } = interaction;
  const customId = withoutKey(interaction.customId);
  const asker = interactionAsker(interaction, chainOf(message, bot.chains));
  const action = bot.chat.decode(customId);
  if (!action) return stale(asker);
  const hidden = message.flags.has(MessageFlags.Ephemeral);
  const ephemeral = action.kind === 'unhelpful' || hidden || !isForAll({ kind: 'action', action }, asker);
  return {
    asker,
    intent: { kind: 'action', action },
    ephemeral,
    ...(action.kind === 'ask' && { question: action.question }),
  };
}

function stale(asker: Asker): Taken {
  return { asker, intent: { kind: 'stale' }, ephemeral: true };
}

/**
 * Whether everybody in the channel sees the reply. A question or a brief somebody asked for there is for all,
 * and so is a manager's choice of the story; a closer look under a reply and the bot's own matters are not.
 */
function isForAll(intent: Intent, asker: Asker): boolean {
  if (asker.workspace === '') return true;
  if (intent.kind === 'action') return isSharedAction(intent.action, asker);
  return intent.kind === 'ask' || intent.kind === 'brief' || (intent.kind === 'follow' && asker.manager);
}

function isSharedAction(action: ActionIntent, asker: Asker): boolean {
  return action.kind === 'ask' || (action.kind === 'follow' && asker.manager);
}
