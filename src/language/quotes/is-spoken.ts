import type { ReadableText } from '../names/readable-text.ts';
import type { Attributed } from './reading.ts';

/** Whether the words between the marks are speech rather than a title or a word held at arm's length. */
export function isSpoken(text: ReadableText, { span, cue, speaker, continued }: Attributed): boolean {
  const words = text.body.slice(span.start, span.end);
  const count = words.split(/\s+/).length;
  const sentence = /[.,!?…]$/.test(words) || /^\p{Lu}/u.test(words);
  if (isTitle(words)) return cue?.near === true && count > 3 && /[.,!?]$/.test(words);
  if (cue?.near) return count > 1 || sentence || (cue.direct === true && speaker !== undefined);
  if (cue !== undefined) return count > 1 && speaker !== undefined;
  if (continued && speaker !== undefined) return count > 2 || sentence;
  return count >= 6 && sentence;
}

/** Most longer words capitalised: the title of a work. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length > 0 && capitals >= long.length * 0.7 && (long.length > 1 || !/[.,!?]$/.test(words));
}
