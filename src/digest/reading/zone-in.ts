import { withoutFillers } from './fillers.ts';
import { isZoneAbbreviation, isZoneName } from './read-zone.ts';
import { cut, type Stretch } from './stretch.ts';

/** Words in the longest name of a zone. */
const LONGEST_NAME = 4;

/**
 * A name of a zone among the words: one whose absence leaves a story's name or nothing, else the longest, else the
 * first. "EST" is taken for one so that it is answered.
 */
export function zoneIn(text: string, isStory: (words: string) => boolean): Stretch | undefined {
  const found = [...zoneNamesIn(text)];
  const fits = found.find((stretch) => {
    const left = withoutFillers(cut(text, stretch));
    return left === '' || isStory(left);
  });
  return fits ?? found[0];
}

function* zoneNamesIn(text: string): Generator<Stretch> {
  const words = [...text.matchAll(/[^\s,;]+/gu)];
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (!first || !last) continue;
      const from = first.index;
      const to = last.index + last[0].length;
      const says = text.slice(from, to);
      if (!isZoneName(says) && !(length === 1 && isZoneAbbreviation(says))) continue;
      const [time = ''] = /^\s+time\b/iu.exec(text.slice(to)) ?? [];
      yield { says, from, to: to + time.length };
    }
  }
}
