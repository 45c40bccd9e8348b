import type { Reply } from '../../../src/chat/reply.ts';
import type { Bot } from '../bot.ts';
import { notices } from '../notices.ts';

/** Answers under way beyond which further questions are declined: none is lost, and memory stays small. */
const MOST_AT_ONCE = 500;

/** What somebody is told instead of an answer when they, or all together, ask too fast. */
export function declined(bot: Bot, user: string): Reply | undefined {
  const waitMs = bot.cooldown.take(user, bot.clock.now());
  if (waitMs > 0) return notices.slowDown(waitMs);
  return bot.running.size > MOST_AT_ONCE ? notices.tooBusy() : undefined;
}
