import { type DigestChoices, WHEN_UNCHANGED } from '../../chat/digest-intent.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { bareWordIn, lonelyTimeIn } from './bare-parts.ts';
import { withoutFillers } from './fillers.ts';
import { NAMED, OTHERS, type Part, type PartPattern, QUIET } from './part-patterns.ts';
import type { Read } from './read.ts';
import { LONGEST_LIST } from './read-quiet.ts';
import { isZoneName } from './read-zone.ts';
import type { StoryNames } from './story-names.ts';
import { cut, type Stretch } from './stretch.ts';
import { zoneIn } from './zone-in.ts';

/** Text longer than this, dates apart, is not a schedule. */
const LONGEST = 500;

/**
 * Takes apart what was typed in one go, in any order: a time, days, a zone, quiet dates, what to do when nothing
 * changed; whatever is left is the story. What is too long to be a schedule is refused.
 * @param names what stories are called: their names may have days, times and cities in them
 */
export function readText(given: string, names: StoryNames): Read<Omit<DigestChoices, 'text'>> {
  const text = given.replace(/\s+/gu, ' ').trim();
  const taken = new Taken(text);
  if (text.length > LONGEST && text.length <= LONGEST_LIST) taken.take([QUIET]);
  if (taken.rest.length > LONGEST) return { problem: digestWording.tooLong(LONGEST) };
  taken.take(NAMED);
  taken.found('story', storyIn(taken.rest, names));
  taken.take(OTHERS);
  return taken.choices(names);
}

/** A text that loses one part after the other. */
class Taken {
  rest: string;
  readonly #parts = new Map<Part, string>();

  constructor(text: string) {
    this.rest = text;
  }

  take(patterns: readonly PartPattern[]): void {
    for (const [part, pattern] of patterns) {
      const match = pattern.exec(this.rest);
      const says = match?.slice(1).find((group) => group !== undefined);
      if (!match || says === undefined) continue;
      this.found(part, { says, from: match.index, to: match.index + match[0].length });
    }
  }

  /** The first to be found is it. */
  found(part: Part, stretch: Stretch | undefined): void {
    if (!stretch || this.#parts.has(part)) return;
    this.#parts.set(part, stretch.says.trim());
    this.rest = cut(this.rest, stretch);
  }

  /** What is left is a zone, a time or a word for what to do when nothing changed, and the story. */
  choices(names: StoryNames): Read<Omit<DigestChoices, 'text'>> {
    const left = withoutFillers(this.rest);
    // A word that names a zone is one, even where a headline has it too: a story has other words as well.
    if (left !== '' && (isZoneName(left) || !names.isStory(left))) {
      this.found('zone', zoneIn(this.rest, names.isStory));
    }
    this.found('whenUnchanged', bareWordIn(this.rest, names));
    this.found('time', lonelyTimeIn(this.rest, names));
    this.found('whenUnchanged', bareWordIn(this.rest, names));
    const story = withoutFillers(this.rest);
    if (story !== '' && this.#parts.has('story')) return { problem: digestWording.notUnderstood(story) };
    if (story !== '') this.#parts.set('story', story);
    const { whenUnchanged: word, ...parts }: Partial<Record<Part, string>> = Object.fromEntries(this.#parts);
    const whenUnchanged = WHEN_UNCHANGED.find((known) => known === word?.toLowerCase());
    return { ...parts, ...(whenUnchanged && { whenUnchanged }) };
  }
}

/**
 * The story that is named in quotes, or in full where its name would else be torn apart: "Sunday train crash",
 * "daily-mail-row", "The rest of us". A name that is a day, a time or a zone and nothing else is not looked for.
 */
function storyIn(text: string, names: StoryNames): Stretch | undefined {
  const quoted = /(?<!\p{L})["“]([^"”]+)["”](?!\p{L})/u.exec(text);
  if (quoted) {
    const [all, says = ''] = quoted;
    if (names.isStory(says) || isMore(says).story) {
      return { says, from: quoted.index, to: quoted.index + all.length };
    }
  }
  return names.within(text).find(({ says }) => {
    const { story, parts } = isMore(says);
    return story && (parts || withoutFillers(says) !== says);
  });
}

const NO_NAMES: StoryNames = { isStory: () => false, within: () => [] };

/** Whether words hold something that is no part of a schedule, and something that would be taken for one. */
function isMore(words: string): { readonly story: boolean; readonly parts: boolean } {
  const taken = new Taken(words);
  taken.take(OTHERS);
  const read = taken.choices(NO_NAMES);
  const { story, ...parts } = 'problem' in read ? { story: words } : read;
  return { story: story !== undefined, parts: Object.keys(parts).length > 0 };
}
