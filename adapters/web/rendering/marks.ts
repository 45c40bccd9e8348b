import { spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Reply, Span } from '../../../src/chat/reply.ts';

type Citation = Extract<Span, { kind: 'citation' }>;

/** Part of a text a citation points to: offsets as the story counts them, end exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A sentence that a reply cites, and the part of it that matters most. */
export interface Mark extends Part {
  readonly paragraph: number;
  readonly sentence: number;
}

/**
 * What each citation of some words is to light up: the strong words before it that lie in what it cites, such
 * as the short answer; else all it cites.
 */
export function partsOf(content: Inline): ReadonlyMap<Citation, Part> {
  const parts = new Map<Citation, Part>();
  let before = '';
  let strong: Part | undefined;
  for (const span of content) {
    if (span.kind === 'citation') {
      parts.set(span, partOf(span, before, strong));
      before = '';
      strong = undefined;
      continue;
    }
    if (span.kind === 'strong') strong = { from: before.length, to: before.length + span.text.length };
    before += spanText(span);
  }
  return parts;
}

function partOf({ cited }: Citation, before: string, strong: Part | undefined): Part {
  const whole = { from: cited.start, to: cited.end };
  const at = before.lastIndexOf(cited.text);
  if (at < 0 || strong === undefined || cited.text === '') return whole;
  const inside = strong.from >= at && strong.to <= at + cited.text.length;
  return inside ? { from: cited.start + strong.from - at, to: cited.start + strong.to - at } : whole;
}

/** The sentences an answer is made of; other replies cite too much to light all of it up. */
export function marksOf(reply: Reply): readonly Mark[] {
  if (reply.tone !== 'answer') return [];
  return reply.blocks.flatMap((block) =>
    block.kind === 'quote' || block.kind === 'prose'
      ? [...partsOf(block.content)].map(([{ cited }, part]) => ({
          paragraph: cited.paragraph,
          sentence: cited.sentence,
          ...part,
        }))
      : [],
  );
}
