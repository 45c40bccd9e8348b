import {
  type ButtonInteraction,
  type Interaction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { ActionIntent } from '../../../src/chat/action.ts';
import { BRIEFS } from '../../../src/chat/command-arguments.ts';
import { commandIntent } from '../../../src/chat/command-intent.ts';
import { commandsOf } from '../../../src/chat/commands.ts';
import type { Asker, Intent } from '../../../src/chat/request.ts';
import { chainOf, interactionAsker } from '../asker.ts';
import type { Bot } from '../bot.ts';
import { withoutKey } from '../digests/keyed-body.ts';
import { notices } from '../notices.ts';
import { renderReply } from '../rendering/render-reply.ts';
import { answerInteraction } from '../sending/interaction-answer.ts';
import { ASK_FORM, askedIn, openAskForm } from './ask-form.ts';
import { complete } from './complete.ts';
import { declined } from './gate.ts';
import { askedAbove } from './on-message.ts';

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
  const refusal = declined(bot, asker.user);
  const replying = refusal
    ? Promise.resolve(refusal)
    : bot.chat.handle({ asker, intent, at: bot.clock.now() });
  const above = question === undefined ? undefined : askedAbove(question);
  const making = replying
    .then((reply) => renderReply(reply, { chat: bot.chat, above }))
    .catch((fault: unknown) => {
      // Somebody may be looking at "thinking…" already.
      bot.log.error({ fault: String(fault) }, 'Discord: a reply could not be rendered');
      return renderReply(notices.sorry(), { chat: bot.chat });
    });
  await answerInteraction(bot.rest, interaction, ephemeral || refusal !== undefined, making);
}

function taken(bot: Bot, interaction: RepliableInteraction): Taken {
  if (interaction.isChatInputCommand()) {
    const asker = interactionAsker(interaction);
    const { options } = interaction;
    const name = [interaction.commandName, options.getSubcommand(false) ?? []].flat().join(' ');
    const command = commandsOf('discord').find((known) => known.name === name);
    if (!command || command.id === 'quit') return stale(asker);
    const question = options.getString('question') ?? undefined;
    const story = options.getString('story') ?? undefined;
    const depth = BRIEFS.find((known) => known === options.getString('depth'));
    const intent = commandIntent(command.id, {
      ...(question !== undefined && { question }),
      ...(story !== undefined && { story }),
      ...(depth && { depth }),
    });
    return {
      asker,
      intent,
      ephemeral: !isForAll(intent, asker),
      ...(question !== undefined && { question }),
    };
  }
  if (interaction.isButton()) return pressed(bot, interaction);
  if (interaction.isModalSubmit() && interaction.customId === ASK_FORM) {
    const asker = interactionAsker(interaction);
    const question = askedIn(interaction);
    return { asker, intent: { kind: 'ask', question }, ephemeral: true, question };
  }
  return stale(interactionAsker(interaction));
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
