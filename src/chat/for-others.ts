import type { Reply } from './reply.ts';

/** The reply as it may be shown to people who did not ask for it: without what was told about its asker. */
export function forOthers(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.filter((block) => block.kind !== 'note' || !block.ofAsker) };
}
