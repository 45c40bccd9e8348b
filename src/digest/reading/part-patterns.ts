import type { DigestChoices } from '../../chat/digest-intent.ts';
import { QUIET_LIST } from './quiet-list.ts';

/** A part of a schedule that is told from what was typed. */
export type Part = Exclude<keyof DigestChoices, 'text'>;

/** How a part may be written; what it says is the first group there is. */
export type PartPattern = readonly [Part, RegExp];

/** Parts that are named: whatever they say, it is theirs. */
export const NAMED: readonly PartPattern[] = [
  ['story', /\bstory\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
  ['zone', /\b(?:zone|tz|timezone)\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
  ['time', /\btime\s*[:=]\s*(\S+)/iu],
  ['days', /\bdays?\s*[:=]\s*(?:["“]([^"”]*)["”]|(\S+))/iu],
];

export const QUIET: PartPattern = [
  'quiet',
  new RegExp(
    `\\b(?:quiet(?: dates?| days?)?|except(?: for)?|but(?: not)?|not|skip)(?: on)?\\s*[:=]?\\s*(none\\b|${QUIET_LIST})`,
    'iu',
  ),
];

/** Between a story's name and the day or time that it has, as in "black-friday-sales". */
const IN_A_SLUG = '(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)';
const NOT_ON = '(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])';

const DAY_NAME = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s|\\.)?';
const PART_OF_DAY = '(?:mornings?|afternoons?|evenings?|nights?)';
const LEAVING_OUT = '(?:except(?: for)?|but(?: not)?|not|without|excluding|apart from|other than)';
const GROUP = `weekdays?|workdays?|(?:working|business) days?|weekends?|daily|everyday|(?:every|each) (?:single )?(?:day|${PART_OF_DAY})|(?:mornings|afternoons|evenings|nights)|all (?:days|week)|all(?= ${LEAVING_OUT} (?:on |every |the )?(?:${DAY_NAME}|weekends?)${NOT_ON})`;
const DAY = `(?:${DAY_NAME}|${GROUP})(?: ${PART_OF_DAY})?(?: of the week)?`;
const JOINED = `(?:[\\s,;]*(?:/|&|\\+|-|–|\\.\\.)[\\s,;]*|[\\s,;]+(?:(?:and|to|through|thru|till|until|${LEAVING_OUT})[\\s,;]+)?)(?:(?:on|every|each|the)\\s+)?`;

/** The other parts, in the order they are looked for: a date is no time, and a time no story. */
export const OTHERS: readonly PartPattern[] = [
  ['whenUnchanged', /\bunchanged\s*[:=]?\s*(send|line|silent)\b/iu],
  [
    'whenUnchanged',
    /\b(?:when|if) (?:there(?:['’]s| is) )?nothing (?:has |is |['’]s )?(?:new|changed|changes),?\s*:?\s*(?:be |stay |just |a )?(send|line|silent)\b/iu,
  ],
  QUIET,
  [
    'time',
    /(?<![\d:.-])(?:\bat\s+)?(\d{1,2}(?:\s?[:.h]\s?\d{2})?\s*[ap]\.?\s?m\b\.?|\d{1,2}\s?[:.h]\s?\d{2}(?![\d.:])|\d{1,2}h\b(?!-)|\d{1,2}\s*o['’]?clock|\b(?:noon|midday|midnight)\b(?!-\p{L}))/iu,
  ],
  ['time', /\bat\s+(\d{1,2}|\d{4})(?=\s|,|$)/iu],
  // Whatever else follows the word was meant for dates, and is answered as such.
  ['quiet', /\bquiet(?: dates?| days?)?(?: on)?\s*[:=]?\s*(\d[^,;]*)/iu],
  [
    'days',
    new RegExp(
      `${IN_A_SLUG}(?:(?:on|every|each)\\s+)?((?:${LEAVING_OUT}\\s+)?${DAY}(?:${JOINED}${DAY})*)${NOT_ON}`,
      'iu',
    ),
  ],
];
