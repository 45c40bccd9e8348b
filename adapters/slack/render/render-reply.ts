import type { Reply } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { type ActionElement, actionBlocks, type Encoder } from './action-blocks.ts';
import { isVisible, type Segment, type SlackBlock } from './segment.ts';
import { segmentsOf } from './segments.ts';

/** One message: complete in its blocks, and again in its text for screen readers and notifications. */
export interface Part {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  /** What it says, unescaped; the parts' plain texts, joined, are `plainText(reply)`. */
  readonly plain: string;
}

/**
 * A reply as messages within Slack's limits, in order; its actions are under the last.
 * @param extra what of ours stands behind the reply's own buttons
 */
export function renderReply(
  reply: Reply,
  encoder: Encoder,
  extra: readonly ActionElement[] = [],
): readonly Part[] {
  const actions = actionBlocks(reply.actions, encoder, extra);
  const groups = packed(segmentsOf(reply), {
    // One more may be added to a message that is followed by others: "Show the rest".
    blocks: LIMITS.messageBlocks - actions.length - 1,
    text: LIMITS.messageText - labelLength(reply, extra),
  });
  return groups.map((segments, index) => partOf(segments, index === groups.length - 1 ? actions : []));
}

interface Room {
  readonly blocks: number;
  readonly text: number;
}

/** As many segments to a message as there is room for; every message keeps room for the actions. */
function packed(segments: readonly Segment[], room: Room): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [[]];
  let used = { blocks: 0, text: 0, mrkdwn: 0 };
  for (const segment of segments) {
    const next = {
      blocks: used.blocks + (segment.block ? 1 : 0),
      text: used.text + segment.plain.length,
      mrkdwn: used.mrkdwn + segment.mrkdwn.length,
    };
    const fits = next.blocks <= room.blocks && next.text <= room.text && next.mrkdwn <= LIMITS.topLevelText;
    if (fits || used.text === 0) {
      groups.at(-1)?.push(segment);
      used = next;
    } else {
      groups.push([segment]);
      used = {
        blocks: segment.block ? 1 : 0,
        text: segment.plain.length,
        mrkdwn: segment.mrkdwn.length,
      };
    }
  }
  return groups;
}

function partOf(segments: readonly Segment[], actions: readonly SlackBlock[]): Part {
  const mrkdwn = segments.map((segment) => segment.mrkdwn).join('');
  return {
    text: isVisible(mrkdwn) ? mrkdwn.trimEnd() : '…',
    blocks: [...segments.flatMap(({ block }) => block ?? []), ...actions],
    plain: segments.map(({ plain }) => plain).join(''),
  };
}

function labelLength(reply: Reply, extra: readonly ActionElement[]): number {
  const labels = reply.actions.map(({ label }) => label.length + LIMITS.buttonTextShown);
  return labels.reduce((sum, length) => sum + length, extra.length * LIMITS.buttonText);
}
