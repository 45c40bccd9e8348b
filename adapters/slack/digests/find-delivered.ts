import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Settlement } from '../../../src/chat/courier.ts';
import { isDirect } from '../incoming/place.ts';
import { DELIVERY } from './delivery-metadata.ts';

/** Our clock and Slack's may differ by so much: seconds. */
const SKEW = 60;
/** Slack gives fewer to some apps, whatever is asked for. */
const PAGE = 100;
/** A channel in which more was said since is not read further: a delivery stands near where one begins. */
const PAGES = 20;

const page = z.object({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().optional(),
      metadata: z
        .looseObject({
          event_type: z.string(),
          event_payload: z.looseObject({ delivery: z.string().optional() }),
        })
        .optional()
        .catch(undefined),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** What is looked for. */
export interface Sought {
  readonly channel: string;
  /** Whose messages are looked at: the bot's own. Anybody's may carry metadata. */
  readonly botUser: string | undefined;
  readonly key: string;
  /** Epoch milliseconds before which it cannot have been posted. */
  readonly since: number;
}

/** Whether a token with these scopes may be able to read this conversation; unknown scopes may. */
export function readableBy(scopes: readonly string[] | undefined, channel: string): boolean {
  if (scopes === undefined) return true;
  const enough = isDirect(channel) ? ['im:history'] : ['channels:history', 'groups:history'];
  return enough.some((scope) => scopes.includes(scope));
}

/**
 * Looks through what was said since for the message with this key in its metadata.
 * @throws whatever Slack's client does
 */
export async function findDelivered(
  client: WebClient,
  { channel, botUser, key, since }: Sought,
): Promise<Settlement> {
  const oldest = String(Math.floor(since / 1000) - SKEW);
  let cursor: string | undefined;
  for (let read = 0; read < PAGES; read++) {
    const answer = await client.conversations.history({
      channel,
      oldest,
      inclusive: true,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    });
    const { messages, response_metadata: more } = page.parse(answer);
    const found = messages.find(
      ({ user, metadata }) =>
        user === botUser && metadata?.event_type === DELIVERY && metadata.event_payload.delivery === key,
    );
    if (found) return { kind: 'there', message: found.ts };
    cursor = more?.next_cursor;
    if (!cursor) return { kind: 'absent' };
  }
  return { kind: 'unknown', final: true };
}
