import { type DigestChoices, WHEN_UNCHANGED } from '../../chat/digest-intent.ts';
import { QUIET_LIST } from './read-quiet.ts';
import { isZoneAbbreviation, isZoneName } from './read-zone.ts';

type Part = Exclude<keyof DigestChoices, 'text'>;

/** Text longer than this is not a schedule. */
const LONGEST = 500;

const DAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s|\\.)?|weekdays?|workdays?|(?:working|business) days?|weekends?|daily|everyday|(?:every|each) (?:day|morning|evening)';
const JOINED =
  '\\s*(?:,|;|/|&|\\+|-|–|\\.\\.|\\band\\b|\\bto\\b|\\bthrough\\b|\\btill\\b|\\buntil\\b|\\bexcept\\b|\\bbut not\\b|\\s)\\s*(?:on\\s+|every\\s+|each\\s+)?';

/** How each part is written, in the order they are looked for: a date is no time, and a time no story. */
const PATTERNS: readonly (readonly [Part, RegExp])[] = [
  ['story', /\bstory\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
  ['zone', /\b(?:zone|tz|timezone)\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
  ['time', /\btime\s*[:=]\s*(\S+)/iu],
  ['days', /\bdays?\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
  ['whenUnchanged', /\bunchanged\s*[:=]?\s*(send|line|silent)\b/iu],
  [
    'whenUnchanged',
    /\b(?:when|if) (?:there(?:['’]s| is) )?nothing (?:has |is |['’]s )?(?:new|changed|changes),?\s*:?\s*(?:be |stay |just |a )?(send|line|silent)\b/iu,
  ],
  [
    'quiet',
    new RegExp(
      `\\b(?:quiet(?: dates?| days?)?|except|but not|not|skip)(?: on)?\\s*[:=]?\\s*(none\\b|${QUIET_LIST})`,
      'iu',
    ),
  ],
  [
    'time',
    /(?<![\d:.-])(?:\bat\s+)?(\d{1,2}(?:\s?[:.h]\s?\d{2})?\s*[ap]\.?\s?m\b\.?|\d{1,2}\s?[:.h]\s?\d{2}(?![\d.:])|\d{1,2}h\b|\d{1,2}\s*o['’]?clock|\b(?:noon|midday|midnight)\b)/iu,
  ],
  ['time', /\bat\s+(\d{1,2}|\d{4})(?=\s|,|$)/iu],
  [
    'days',
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:on|every|each)\\s+)?((?:${DAY})(?:${JOINED}(?:${DAY}))*)(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  ],
];

/** Words around the parts that mean nothing by themselves. */
const FILLER =
  /^(?:(?:at|on|in|every|each|the|of|about|for|from|and|a|an|please|send|digest|brief|briefing|story|with|to|time|zone|,|;|\.)(?:\s+|$))+|(?:^|\s+)(?:(?:at|on|in|every|each|the|of|about|for|and|with|to|time|,|;|\.))+$/giu;

/**
 * Takes apart what was typed in one go, in any order: a time, days, a zone, quiet dates, what to do when nothing
 * changed; whatever is left is the story.
 * @param isStory whether some words are the name of a story: its headline may name a city
 */
export function readText(text: string, isStory: (words: string) => boolean): Omit<DigestChoices, 'text'> {
  const found = new Map<Part, string>();
  let rest = text.slice(0, LONGEST).replace(/\s+/gu, ' ').trim();
  for (const [part, pattern] of PATTERNS) {
    if (found.has(part)) continue;
    const match = pattern.exec(rest);
    const value = match?.slice(1).find((group) => group !== undefined);
    if (!match || value === undefined) continue;
    found.set(part, value.trim());
    rest = cut(rest, match.index, match.index + match[0].length);
  }
  const left = withoutFillers(rest);
  // A word that names a zone is one, even where a headline has it too: a story has other words as well.
  if (!found.has('zone') && left !== '' && (isZoneName(left) || !isStory(left))) {
    const zone = zoneIn(rest, isStory);
    if (zone) {
      found.set('zone', zone.name);
      rest = cut(rest, zone.from, zone.to);
    }
  }
  const story = withoutFillers(rest);
  if (!found.has('story') && story !== '') found.set('story', story);
  const whenUnchanged = WHEN_UNCHANGED.find((known) => known === found.get('whenUnchanged')?.toLowerCase());
  found.delete('whenUnchanged');
  return { ...Object.fromEntries(found), ...(whenUnchanged && { whenUnchanged }) };
}

/** A pause stays where something is cut out, so that what stood on either side is not read as one. */
function cut(text: string, from: number, to: number): string {
  return `${text.slice(0, from)} , ${text.slice(to)}`.replace(/\s+/gu, ' ').trim();
}

function withoutFillers(text: string): string {
  let words = text
    .replace(/(?:^|\s)[,;.](?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(FILLER, ' ').replace(/\s+/gu, ' ').trim();
  }
  return words.replace(/^["“](.*)["”]$/u, '$1');
}

const LONGEST_NAME = 4;

interface Found {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A name of a zone among the words: one whose absence leaves a story's name or nothing, else the longest, else the
 * first. "EST" is taken for one so that it is answered.
 */
function zoneIn(text: string, isStory: (words: string) => boolean): Found | undefined {
  const found = [...zoneNamesIn(text)];
  const fits = found.find(({ from, to }) => {
    const left = withoutFillers(cut(text, from, to));
    return left === '' || isStory(left);
  });
  return fits ?? found[0];
}

function* zoneNamesIn(text: string): Generator<Found> {
  const words = [...text.matchAll(/[^\s,;]+/gu)];
  for (let length = LONGEST_NAME; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (!first || !last) continue;
      const from = first.index;
      const to = last.index + last[0].length;
      const name = text.slice(from, to);
      if (!isZoneName(name) && !(length === 1 && isZoneAbbreviation(name))) continue;
      const [time = ''] = /^\s+time\b/iu.exec(text.slice(to)) ?? [];
      yield { name, from, to: to + time.length };
    }
  }
}
