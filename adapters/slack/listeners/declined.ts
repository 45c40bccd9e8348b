import type { Reply } from '../../../src/chat/reply.ts';
import { wording } from '../../../src/chat/wording.ts';
import { noteReply } from '../posting/speaker.ts';
import type { SlackBot } from '../slack-bot.ts';

/** What somebody is told instead of an answer when they ask too fast. */
export function declined(
  { cooldown, clock }: SlackBot,
  { team, user }: { readonly team: string; readonly user: string },
): Reply | undefined {
  const waitMs = cooldown.take(`${team}:${user}`, clock.now());
  if (waitMs === 0) return undefined;
  return { ...noteReply(wording.slowDown(Math.ceil(waitMs / 1000))), tone: 'refusal' };
}
