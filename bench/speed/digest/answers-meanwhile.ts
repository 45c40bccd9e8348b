import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Chat } from '../../../src/chat/chat.ts';
import type { ConversationKey, Request } from '../../../src/chat/request.ts';
import type { Attention } from '../../../src/ops/attention.ts';

const EVERY_MS = 50;

/**
 * Does some work, and asks the bot in this process twenty times a second until it is done.
 * @returns what the work gives, and how long each answer took, in ms
 */
export async function answersMeanwhile<T>(
  chat: Pick<Chat, 'handle'>,
  attention: Attention,
  work: () => Promise<T>,
): Promise<readonly [T, readonly number[]]> {
  const questions = readFileSync(new URL('questions.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const waits: number[] = [];
  const asked: Promise<void>[] = [];
  let over = false;

  async function ask(turn: number, wanted: number): Promise<void> {
    const request: Request = {
      asker: {
        platform: 'discord',
        workspace: 'G1',
        channel: 'C1',
        user: 'U1',
        conversation: `bench:${wanted}` as ConversationKey,
        manager: false,
      },
      intent: { kind: 'ask', question: questions[turn % questions.length] ?? '' },
      at: Date.now(),
    };
    // As the service does it.
    await attention.during(() => chat.handle(request));
    // From when it was to be asked: whoever comes while the process is busy waits as well.
    waits.push(performance.now() - wanted);
  }

  const asking = (async () => {
    for (let turn = 0, wanted = performance.now(); !over; turn++) {
      wanted += EVERY_MS;
      await delay(Math.max(0, wanted - performance.now()));
      // People do not wait for each other.
      asked.push(ask(turn, wanted));
    }
  })();
  try {
    const result = await work();
    return [result, waits];
  } finally {
    over = true;
    await asking;
    await Promise.all(asked);
  }
}
