import { splitSentences } from '../../language/sentences.ts';
import type { Block } from '../block.ts';
import type { CleanParagraph } from '../build-article.ts';
import { sliceMapped, trimMapped } from '../mapped-text.ts';

/** Sentences end so, or with what closes a quote or a bracket, page numbers after it. A dash is speech broken off. */
const CLOSED = /(?:[.!?…:;。！？—–*]|["”’'»)\]}])(?::\d[\d,:–-]{0,12}(?:, \d+)?)?\s*$/;
const LEADS_IN = /[:;,—–-]["”’]?$/;
/** News services cut what they send and say by how much. */
const CUT_OFF = /\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]$/;
const UNFINISHED =
  /\b(?:the|a|an|of|and|or|but|to|in|on|at|by|for|from|with|as|that|which|who|whose|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|than|into|between|during|its|their|his|her|our|my|this|these|those|because|if|when|while|where|whether|although)$/;

/** Marks the paragraphs whose first or last sentence the source cuts: they begin in mid-word or end in mid-sentence. */
export function findCuts(blocks: readonly Block[]): CleanParagraph[] {
  const small = blocks.filter((block) => /^\p{Ll}/u.test(block.text.text)).length;
  // Somebody who writes without capitals is not cut off in every paragraph.
  const capitals = small < 3 || small * 3 <= blocks.length;
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    const text = block.text.text;
    const cutStart = capitals && block.kind === 'prose' && isCutStart(text, blocks[index - 1]?.text.text);
    const nextCut = capitals && next?.kind === 'prose' && isCutStart(next.text.text, undefined);
    if (CUT_OFF.test(text.slice(-60))) {
      const kept = trimMapped(
        sliceMapped(block.text, 0, text.length - (CUT_OFF.exec(text.slice(-60))?.[0].length ?? 0)),
      );
      return { text: kept, cutStart, cutEnd: true };
    }
    const cutEnd = block.kind === 'prose' && isCutEnd(text, nextCut, next === undefined);
    return { text: block.text, cutStart, cutEnd };
  });
}

function isCutStart(text: string, before: string | undefined): boolean {
  if (before !== undefined && LEADS_IN.test(before)) return false;
  if (/^[,;)\]%]/.test(text)) return true;
  if (!/^(?=\p{Script=Latin})\p{Ll}/u.test(text)) return false;
  const ownName =
    /^(?:[a-z]{1,2}\p{Lu}|(?:al|el|an|ad|as|de|da|di|van|von|bin|ibn|la|le|du|ul)[ -]\p{Lu}|[dl]['’]\p{Lu}|\w+[@.]\w|https?:|www\.)/u;
  return !ownName.test(text);
}

function isCutEnd(text: string, nextCut: boolean, last: boolean): boolean {
  if (CLOSED.test(text)) return false;
  const spans = splitSentences(text);
  const tail = spans.at(-1);
  const words = tail ? text.slice(tail.start, tail.end).split(/\s+/) : [];
  if (/[,-]$/.test(text) || UNFINISHED.test(text.slice(-20))) return words.length >= 4;
  if (spans.length > 1 || nextCut) return words.length >= 3;
  if (isTitleCase(words)) return false;
  return words.length >= (last ? 8 : 20);
}

function isTitleCase(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length > long.length * 0.6;
}
