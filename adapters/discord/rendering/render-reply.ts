import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Reply, Tone } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { type ButtonRow, buttonRows, numberRow } from './button-rows.ts';
import { fillMessages } from './fill-messages.ts';
import { renderBlock } from './render-block.ts';

/** A message as Discord's API takes it, wherever it is sent. */
export interface MessageBody {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
  /** Nothing in a message of ours ever notifies anybody. */
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
}

export interface RenderOptions {
  readonly chat: Pick<Chat, 'encode'>;
  /** Markdown shown above the reply: what was asked, where Discord does not show it itself. */
  readonly above?: string | undefined;
}

/** The stripe at the message's side: a reader knows an answer from a "doesn't say" before reading. */
const ACCENT: Readonly<Record<Tone, number>> = {
  answer: 0x2e_8b_57,
  unanswered: 0xd9_8e_04,
  refusal: 0xb0_3a_2e,
  brief: 0x1f_5f_a8,
  digest: 0x1f_5f_a8,
  listing: 0x5b_64_70,
  chat: 0x5b_64_70,
};

/**
 * A reply as messages within Discord's limits, to be sent in this order; the buttons are under the last.
 * All its text is there: what does not fit into one message goes on in the next.
 */
export function renderReply(reply: Reply, { chat, above }: RenderOptions): readonly MessageBody[] {
  const fillings = fillMessages(reply.blocks.flatMap(renderBlock), above?.length ?? 0);
  const rows = buttonRows(reply.actions, (intent) => chat.encode(intent));
  return fillings
    .map(({ texts }, index) => [
      ...(index === 0 && above ? [textDisplay(above)] : []),
      ...container(texts, index === fillings.length - 1 ? rows : [], ACCENT[reply.tone]),
    ])
    .filter((components) => components.length > 0)
    .map(messageOf);
}

/** A message of several, and what a reader sees of it. */
export interface Part {
  readonly body: MessageBody;
  readonly text: string;
}

/**
 * The same with a button in every message whose custom id has room for a digest's key: a message without one of
 * its own is numbered ("1/3") by one to look at. A single message without any button is left as it is.
 */
export function renderParts(reply: Reply, chat: RenderOptions['chat']): readonly Part[] {
  const fillings = fillMessages(reply.blocks.flatMap(renderBlock));
  const own = buttonRows(reply.actions, (intent) => chat.encode(intent));
  return fillings.map(({ texts, plain }, index) => {
    const rows = index === fillings.length - 1 ? own : [];
    const isPlain = fillings.length === 1 && rows.length === 0;
    const shown = isPlain || rows.some(hasRoom) ? rows : [...rows, numberRow(index + 1, fillings.length)];
    return { body: messageOf(container(texts, shown, ACCENT[reply.tone])), text: plain };
  });
}

function hasRoom({ components }: ButtonRow): boolean {
  return components.some(({ custom_id: id }) => id.length + LIMITS.keyInCustomId <= LIMITS.customId);
}

/** Components as a message that notifies nobody. */
function messageOf(components: APIMessageTopLevelComponent[]): MessageBody {
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], replied_user: false },
  };
}

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

function container(
  texts: readonly string[],
  rows: readonly ButtonRow[],
  accent: number,
): APIContainerComponent[] {
  const components = [...texts.map(textDisplay), ...rows];
  return components.length === 0 ? [] : [{ type: ComponentType.Container, accent_color: accent, components }];
}
