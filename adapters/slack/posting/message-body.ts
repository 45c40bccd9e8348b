import { splitText } from '../../../src/chat/split-text.ts';
import { LIMITS } from '../limits.ts';
import { showable } from '../render/escape.ts';
import type { Part } from '../render/render-reply.ts';
import { isVisible, type SlackBlock } from '../render/segment.ts';

/** What every message of ours carries, wherever it goes. */
export interface MessageBody {
  readonly text: string;
  readonly blocks: SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** The one place a message is made: complete text, and no link unfurls. */
export function messageBody({ text, blocks }: Pick<Part, 'text' | 'blocks'>): MessageBody {
  return { text, blocks: [...blocks], unfurl_links: false, unfurl_media: false };
}

/**
 * The same words in the plainest blocks there are, for when Slack would not take ours.
 * @param below blocks to keep under them
 */
export function plainBody(
  { text, plain }: Pick<Part, 'text' | 'plain'>,
  below: readonly SlackBlock[] = [],
): MessageBody {
  const pieces = splitText(showable(plain), LIMITS.blockText).filter(isVisible);
  return messageBody({
    text,
    blocks: [
      ...pieces.map((piece) => ({
        type: 'section' as const,
        text: { type: 'plain_text' as const, text: piece, emoji: false },
      })),
      ...below,
    ],
  });
}
