import type { Reply } from '../../src/chat/reply.ts';
import { wording } from '../../src/chat/wording.ts';
import { discordWording } from '../../src/chat/wording-discord.ts';

/** What the adapter says where the chat was not asked. */
export const notices = {
  /** @param waitMs until asking is possible again */
  slowDown: (waitMs: number): Reply => notice(wording.slowDown(Math.ceil(waitMs / 1000))),
  tooBusy: (): Reply => notice(discordWording.tooBusy),
  withheld: (): Reply => notice(discordWording.withheld),
  noMoreHere: (): Reply => notice(discordWording.noMoreHere),
  sorry: (): Reply => notice(wording.sorry),
  mayNotPost: (channel: string, missing: readonly string[]): Reply =>
    notice(discordWording.mayNotPost(channel, missing)),
} as const;

function notice(words: string): Reply {
  return {
    tone: 'refusal',
    blocks: [{ kind: 'prose', content: [{ kind: 'text', text: words }] }],
    actions: [],
  };
}
