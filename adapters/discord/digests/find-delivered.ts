import { type REST, type RouteLike, Routes } from 'discord.js';
import { z } from 'zod';
import type { Settlement } from '../../../src/chat/courier.ts';
import { keyOf, withComponents } from './keyed-body.ts';
import { postOutcome } from './post-outcome.ts';

/** Discord's ids count milliseconds from here, in their upper bits. */
const EPOCH = Date.UTC(2015, 0, 1);
/** Our clock and Discord's may differ by so much. */
const SKEW_MS = 60_000;
const PAGE = 100;
/** A channel in which more was said since is not read further: a delivery stands near where one begins. */
const PAGES = 20;

const page = z.array(
  z.looseObject({
    id: z.string().regex(/^\d{1,20}$/),
    author: z.looseObject({ id: z.string() }),
    components: withComponents.shape.components.optional(),
  }),
);
type Message = z.infer<typeof page>[number];

/** What is looked for. */
export interface Sought {
  readonly channel: string;
  /** Whose messages are looked at: the bot's own; no other's are read. */
  readonly me: string;
  readonly key: string;
  /** Epoch milliseconds before which it cannot have been posted. */
  readonly since: number;
  /** A DM is open to both who are in it; in a channel reading takes a permission. */
  readonly isDirect: boolean;
  readonly signal: AbortSignal;
}

/**
 * Looks for a delivery among the bot's own messages of a channel. Where the bot may not read them Discord gives
 * an empty list, which proves nothing.
 */
export async function findDelivered(rest: REST, sought: Sought): Promise<Settlement> {
  try {
    return await search(rest, sought);
  } catch (error) {
    const outcome = postOutcome(error);
    if (outcome.kind !== 'refused') return { kind: 'unknown', final: false };
    return outcome.trouble === 'channel-gone' || outcome.trouble === 'removed'
      ? { kind: 'absent' }
      : { kind: 'unknown', final: true };
  }
}

async function search(
  rest: REST,
  { channel, me, key, since, isDirect, signal }: Sought,
): Promise<Settlement> {
  let after = idAt(since - SKEW_MS);
  for (let read = 0; read < PAGES; read++) {
    const messages = await messagesOf(rest, channel, { after, limit: String(PAGE) }, signal);
    const found = messages.find(
      ({ author, components = [] }) => author.id === me && keyOf(components) === key,
    );
    if (found) return { kind: 'there', message: found.id };
    const newest = messages.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), 0n);
    if (messages.length < PAGE) {
      const canRead =
        isDirect || read > 0 || messages.length > 0 || (await isReadable(rest, channel, signal));
      return canRead ? { kind: 'absent' } : { kind: 'unknown', final: true };
    }
    after = String(newest);
  }
  return { kind: 'unknown', final: true };
}

/** Whether anything of the channel is shown to the bot: then an empty answer means that nothing is there. */
async function isReadable(rest: REST, channel: string, signal: AbortSignal): Promise<boolean> {
  return (await messagesOf(rest, channel, { limit: '1' }, signal)).length > 0;
}

async function messagesOf(
  rest: REST,
  channel: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const route: RouteLike = Routes.channelMessages(channel);
  return page.parse(await rest.get(route, { query: new URLSearchParams(query), signal }));
}

function idAt(instant: number): string {
  return String(BigInt(Math.max(0, instant - EPOCH)) << 22n);
}
