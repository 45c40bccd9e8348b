import { InteractionResponseType, MessageFlags, type REST, Routes } from 'discord.js';
import { RESPOND_WITHIN_MS } from '../limits.ts';
import type { MessageBody } from '../rendering/render-reply.ts';
import { failureOf } from './failure-of.ts';
import { insist } from './insist.ts';
import { within } from './within.ts';

/** What is known of an interaction by whoever answers it. */
export interface Answerable {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/**
 * Answers an interaction in time: with the messages when they are made soon, else by saying that it thinks
 * and putting them there afterwards.
 * @param ephemeral shown to the asker alone
 * @throws what `failureOf` reads, unless an earlier try of ours turns out to have arrived
 */
export async function answerInteraction(
  rest: REST,
  to: Answerable,
  ephemeral: boolean,
  making: Promise<readonly MessageBody[]>,
): Promise<void> {
  const visibility = ephemeral ? MessageFlags.Ephemeral : 0;
  const soon = await within(making, RESPOND_WITHIN_MS);
  if (soon === undefined) {
    await acknowledge(rest, to, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: visibility },
    });
    const [first, ...others] = await making;
    if (first) await insist(() => rest.patch(original(to), { body: first, auth: false }));
    await followUp(rest, to, others, visibility);
    return;
  }
  const [first, ...others] = soon;
  if (first === undefined) return;
  await acknowledge(rest, to, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...first, flags: first.flags | visibility },
  });
  await followUp(rest, to, others, visibility);
}

/**
 * Makes the first response. When Discord says there is one already, an earlier try of this request arrived
 * and only its answer was lost.
 */
export async function acknowledge(rest: REST, to: Answerable, body: object): Promise<void> {
  try {
    await insist(() => rest.post(Routes.interactionCallback(to.id, to.token), { body, auth: false }));
  } catch (error) {
    if (failureOf(error).kind !== 'acknowledged') throw error;
  }
}

/**
 * Further messages. They cannot be named, nor can Discord be asked for them: when it is not sure that one
 * arrived it is sent again, since a part that is there twice is better than one that is missing.
 */
async function followUp(
  rest: REST,
  to: Answerable,
  bodies: readonly MessageBody[],
  visibility: number,
): Promise<void> {
  for (const body of bodies) {
    await insist(() =>
      rest.post(Routes.webhook(to.applicationId, to.token), {
        body: { ...body, flags: body.flags | visibility },
        auth: false,
      }),
    );
  }
}

function original(to: Answerable) {
  return Routes.webhookMessage(to.applicationId, to.token, '@original');
}
