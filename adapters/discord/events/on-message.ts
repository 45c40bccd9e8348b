import { createHash } from 'node:crypto';
import { type Message, PermissionFlagsBits } from 'discord.js';
import { forOthers } from '../../../src/chat/for-others.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { messageAsker, repliedChain } from '../asker.ts';
import type { AnsweredMention, Bot } from '../bot.ts';
import { messagePlace } from '../digests/place-of.ts';
import { type Heard, heard } from '../heard.ts';
import { notices } from '../notices.ts';
import { missingToPost } from '../permissions.ts';
import { escapeMarkdown } from '../rendering/escape-markdown.ts';
import { renderReply } from '../rendering/render-reply.ts';
import { type Posting, postMessages, repostMessages } from '../sending/channel-messages.ts';
import { failureOf } from '../sending/failure-of.ts';
import { declined } from './gate.ts';
import { tellWhy } from './tell-why.ts';

type Spoken = Exclude<Heard, { kind: 'nothing' }>;

/** How long an edited mention edits its answer. */
const EDITABLE_MS = 5 * 60_000;

/** Answers a message that speaks to the bot, once. */
export async function onMessage(bot: Bot, message: Message, me: string): Promise<void> {
  const said = heard(message, me);
  if (said.kind === 'nothing' || !bot.taken.isNew(message.id, true)) return;
  const mention: AnsweredMention = { digest: digestOf(said), edits: 0, parts: Promise.resolve([]) };
  mention.parts = deliver(bot, message, me, said, { parts: [], edits: 0 });
  bot.answered.set(message.id, mention);
  await mention.parts;
}

/** Changes the answer of a message whose words were changed soon after. */
export async function onEdit(bot: Bot, message: Message, me: string): Promise<void> {
  const mention = bot.answered.get(message.id);
  if (!mention || bot.clock.now() - message.createdTimestamp > EDITABLE_MS) return;
  const said = heard(message, me);
  // Discord also tells of an edit when it shows a link's preview.
  if (said.kind === 'nothing' || digestOf(said) === mention.digest) return;
  mention.digest = digestOf(said);
  mention.edits++;
  const { edits } = mention;
  mention.parts = mention.parts
    .catch((): readonly string[] => [])
    .then((parts) => deliver(bot, message, me, said, { parts, edits }));
  await mention.parts;
}

/** What an answer stands in so far, and how often its question was edited. */
interface Before {
  readonly parts: readonly string[];
  readonly edits: number;
}

async function deliver(
  bot: Bot,
  message: Message,
  me: string,
  said: Spoken,
  { parts, edits }: Before,
): Promise<readonly string[]> {
  const missing = missingHere(message, me);
  if (missing.length > 0) return tellWhy(bot, message, missing);
  const reply = await replyTo(bot, message, me, said);
  const mayReply = mayReferTo(message, me);
  const above = mayReply || said.kind !== 'said' ? undefined : askedAbove(said.text);
  const shown = message.inGuild() ? forOthers(reply) : reply;
  const bodies = renderReply(shown, { chat: bot.chat, above });
  const posting: Posting = {
    channel: message.channelId,
    name: postingName(message.id, edits),
    ...(mayReply && { replyTo: message.id }),
  };
  try {
    const ids =
      parts.length === 0
        ? await postMessages(bot.rest, bodies, posting)
        : await repostMessages(bot.rest, bodies, parts, posting);
    const chain = bot.chains.get(message.id);
    if (chain) for (const id of ids) bot.chains.set(id, chain);
    return ids;
  } catch (error) {
    if (failureOf(error).kind !== 'forbidden') throw error;
    const now = missingHere(message, me);
    return tellWhy(bot, message, now.length > 0 ? now : ['Send Messages']);
  }
}

async function replyTo(bot: Bot, message: Message, me: string, said: Spoken): Promise<Reply> {
  const refusal = declined(bot, message.author.id);
  if (refusal) return refusal;
  if (said.kind === 'withheld') return notices.withheld();
  const asker = messageAsker(message, me, bot.chains);
  const { conversation, branch } = asker;
  const chain = branch === undefined ? conversation : (repliedChain(message, me, bot.chains) ?? branch);
  bot.chains.set(message.id, chain);
  return bot.chat.handle({
    asker,
    intent: { kind: 'say', text: said.text },
    at: bot.clock.now(),
    place: messagePlace(message),
  });
}

/** What was asked, in small print, where an answer does not stand under its question. */
export function askedAbove(question: string): string | undefined {
  const line = question.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const shown = line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
  return shown === '' ? undefined : `-# ${escapeMarkdown(discordWording.asked(shown))}`;
}

function missingHere(message: Message, me: string): readonly string[] {
  const may = message.inGuild() ? message.channel.permissionsFor(me) : null;
  return may ? missingToPost(may, message.channel.isThread()) : [];
}

function mayReferTo(message: Message, me: string): boolean {
  const may = message.inGuild() ? message.channel.permissionsFor(me) : null;
  return may?.has(PermissionFlagsBits.ReadMessageHistory) ?? true;
}

/** Names what is posted for a message; a part that an edit brings back is not the one it was before. */
function postingName(id: string, edits: number): string {
  return `${BigInt(id).toString(36)}.${edits}`;
}

function digestOf(said: Spoken): string {
  return said.kind === 'said' ? createHash('sha256').update(said.text).digest('base64url') : '';
}
