import { storyCalled } from '../../chat/desk.ts';
import type { Shelf } from '../../chat/reading.ts';
import type { Stretch } from './stretch.ts';

/** What stories are called, for telling their names from the other parts of a schedule. */
export interface StoryNames {
  /** Whether some words are the name of a story or of every story, in full or by a beginning. */
  isStory(words: string): boolean;
  /** Titles and slugs of stories that stand in a text in full, the longest first. */
  within(text: string): readonly Stretch[];
}

/** "all", "every story". */
export const EVERY_STORY = /^(?:all|every|any|everything|(?:all|every|any)(?: the)? (?:story|stories)|\*)$/iu;

export function storyNames(shelf: Shelf): StoryNames {
  return {
    isStory: (words) => EVERY_STORY.test(words) || storyCalled(shelf, words) !== undefined,
    within(text) {
      const plainly = plain(text);
      // Only what is as long as before can be found at the same place.
      if (plainly.length !== text.length) return [];
      return shelf
        .all()
        .flatMap(({ slug, title }) => [slug, slug.replaceAll('-', ' '), title])
        .flatMap((name) => {
          const from = whereStands(plain(name), plainly);
          return from === undefined ? [] : [{ says: name, from, to: from + plain(name).length }];
        })
        .toSorted((a, b) => b.to - b.from - (a.to - a.from));
    },
  };
}

/** Where a name stands in a text by itself; not "crash" in "crashes" nor in "sunday-crash". */
function whereStands(name: string, text: string): number | undefined {
  if (name === '') return undefined;
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
    const [before, after] = [text.slice(0, from), text.slice(from + name.length)];
    if (!/[\p{L}\p{N}]-?$/u.test(before) && !/^-?[\p{L}\p{N}]/u.test(after)) return from;
  }
  return undefined;
}

/** Case and the shapes of quote marks and dashes make no difference. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, '-');
}
