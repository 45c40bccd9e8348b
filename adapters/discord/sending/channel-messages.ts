import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { MessageBody } from '../rendering/render-reply.ts';
import { failureOf } from './failure-of.ts';
import { insist } from './insist.ts';

const made = z.looseObject({ id: z.string() });

export interface Posting {
  readonly channel: string;
  /** The message answered, when the bot may reply there. */
  readonly replyTo?: string | undefined;
  /** Names this posting: sent twice under one name, Discord keeps one. At most 22 characters. */
  readonly name: string;
  /** The number of the first part, when others went before. */
  readonly from?: number;
}

/**
 * Posts messages in a channel, one after the other.
 * @returns their ids
 * @throws what `failureOf` reads; the messages before the failed one stay
 */
export async function postMessages(
  rest: REST,
  bodies: readonly MessageBody[],
  posting: Posting,
): Promise<string[]> {
  const { channel, replyTo, name, from = 0 } = posting;
  const ids: string[] = [];
  for (const [index, body] of bodies.entries()) {
    const answer = await insist(() =>
      rest.post(Routes.channelMessages(channel), {
        body: {
          ...body,
          nonce: `${name}-${from + index}`,
          enforce_nonce: true,
          ...(replyTo !== undefined && {
            message_reference: { message_id: replyTo, fail_if_not_exists: false },
          }),
        },
      }),
    );
    ids.push(made.parse(answer).id);
  }
  return ids;
}

/**
 * Makes what was posted before say something else: parts are changed, added or taken away.
 * @returns the ids of the parts there are now
 */
export async function repostMessages(
  rest: REST,
  bodies: readonly MessageBody[],
  before: readonly string[],
  posting: Posting,
): Promise<string[]> {
  const { channel } = posting;
  const ids: string[] = [];
  for (const [index, body] of bodies.slice(0, before.length).entries()) {
    const id = before[index] ?? '';
    await insist(() => rest.patch(Routes.channelMessage(channel, id), { body }));
    ids.push(id);
  }
  for (const id of before.slice(bodies.length)) {
    await rest.delete(Routes.channelMessage(channel, id)).catch((error: unknown) => {
      if (failureOf(error).kind !== 'gone') throw error;
    });
  }
  const more = bodies.slice(before.length);
  return [...ids, ...(await postMessages(rest, more, { ...posting, from: before.length }))];
}
