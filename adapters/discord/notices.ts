import type { Reply } from '../../src/chat/reply.ts';
import { wording } from '../../src/chat/wording.ts';

/** What the adapter says where the chat was not asked. */
export const notices = {
  /** @param waitMs until asking is possible again */
  slowDown: (waitMs: number): Reply => notice(wording.discord.slowDown(Math.ceil(waitMs / 1000))),
  tooBusy: (): Reply => notice(wording.discord.tooBusy),
  withheld: (): Reply => notice(wording.discord.withheld),
  mayNotPost: (channel: string, missing: readonly string[]): Reply =>
    notice(wording.discord.mayNotPost(channel, missing)),
} as const;

function notice(words: string): Reply {
  return {
    tone: 'refusal',
    blocks: [{ kind: 'prose', content: [{ kind: 'text', text: words }] }],
    actions: [],
  };
}
