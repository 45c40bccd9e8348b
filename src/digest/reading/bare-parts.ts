import { withoutFillers } from './fillers.ts';
import { isProblem } from './read.ts';
import { readTime } from './read-time.ts';
import type { StoryNames } from './story-names.ts';
import { cut, type Stretch } from './stretch.ts';

const BARE_WORD =
  /(?<=^[\s,;.]*)(?:silent|line)(?=[\s,;.]|$)|(?<=^|\s)(?:silent|line)(?=[\s,;.]*$)|(?<=^|\s)send$/giu;
const LONELY_NUMBER = /(?<=^|\s)(?:\d{1,2}|\d{4})(?=\s|$)/gu;

/** Each is looked up among all stories. */
const MOST_TRIED = 4;

/**
 * "silent", "line" or "send" at the end, or one of the first two at the beginning, that is no word of a story. "Send"
 * at the beginning only asks.
 */
export function bareWordIn(text: string, names: StoryNames): Stretch | undefined {
  return wordIn(text, BARE_WORD, names);
}

/** A number by itself, as in "8 weekdays Kyiv" and "0800", that is no word of a story. */
export function lonelyTimeIn(text: string, names: StoryNames): Stretch | undefined {
  const found = wordIn(text, LONELY_NUMBER, names);
  return found && !isProblem(readTime(found.says)) ? found : undefined;
}

/**
 * A word alone; or, in what is no story as a whole, one whose absence leaves a story, else one beside other such
 * words, else the first of all.
 */
function wordIn(text: string, pattern: RegExp, names: StoryNames): Stretch | undefined {
  const found = [...text.matchAll(pattern)].slice(0, MOST_TRIED).map(({ index, 0: says }) => {
    const stretch = { says, from: index, to: index + says.length };
    return { stretch, left: withoutFillers(cut(text, stretch)) };
  });
  const alone = found.find(({ left }) => left === '');
  if (alone || names.isStory(withoutFillers(text))) return alone?.stretch;
  const fits =
    found.find(({ left }) => names.isStory(left)) ??
    found.find(({ left }) => {
      const others = withoutFillers(left.replace(BARE_WORD, ' ').replace(LONELY_NUMBER, ' '));
      return others === '' || names.isStory(others);
    }) ??
    found.find(({ stretch }) => withoutFillers(text.slice(0, stretch.from)) === '');
  return fits?.stretch;
}
