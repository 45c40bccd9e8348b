/** How a date is written, which decides how it is read. */
export type DateKind = 'day' | 'weekday' | 'month' | 'year' | 'relative' | 'ago' | 'vague';

/** A stretch of text that says when. Offsets are UTF-16 into the text searched, end exclusive. */
export interface FoundDate {
  readonly kind: DateKind;
  readonly from: number;
  readonly to: number;
}

const LONG_MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const MONTH = `(?:${LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?\\b';
const YEAR = '(?:1[5-9]|20)\\d\\d\\b(?![.,]?\\d)';
const PART_OF_DAY = '(?: (?:morning|afternoon|evening|night|lunchtime))?';
const SEASON = '(?:spring|summer|autumn|fall|winter)';
/** The part of a longer period: "early in", "the end of". */
const PART =
  '(?:(?:early|late|later|earlier)(?: in)? |mid[- ]|(?:the )?(?:beginning|start|middle|end) of |the (?:first|second) half of |the (?:first|second|third|fourth|final) quarter of |(?:the )?(?:spring|summer|autumn|fall|winter) of )';
const SPAN = '(?: ?[–—-] ?| to | through | until )';
const BETWEEN = '(?<=\\b[Bb]etween )';
const QUALIFIER =
  '(?:(?:(?:just |well |a little )?(?:over|under)|more than|less than|nearly|almost|about|around|roughly|some|approximately|at least) )?';
const COUNT =
  '(?:(?<![\\d,.])\\d{1,3}(?:,\\d{3})*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|a few|few|several|a couple of|many|some)';

const MONTH_DAY = `${MONTH} ${DAY}(?:,? ${YEAR})?`;
const DAY_MONTH = `(?:the )?${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`;
const ANY_DAY = `(?:${WEEKDAY},? )?(?:${MONTH_DAY}|${DAY_MONTH})`;

/** A month or a year by itself says when only after a word like these. */
const LEAD =
  '(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]efore|[Aa]fter|[Dd]uring|[Bb]etween|[Aa]round|[Tt]hrough|[Tt]hroughout|circa|of|for|to|and|or) )';

const PATTERNS: readonly (readonly [DateKind, RegExp])[] = [
  ['day', /\b\d{4}-\d\d-\d\d\b/g],
  ['day', /\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b/g],
  ['day', new RegExp(`\\b${ANY_DAY}${SPAN}${ANY_DAY}`, 'g')],
  ['day', new RegExp(`${BETWEEN}${ANY_DAY} and (?:${ANY_DAY}|${DAY})`, 'g')],
  ['day', new RegExp(`\\b${MONTH} ${DAY}${SPAN}${DAY}(?:,? ${YEAR})?`, 'g')],
  ['day', new RegExp(`\\b${DAY}${SPAN}${DAY} ${MONTH}(?: ${YEAR})?`, 'g')],
  ['day', new RegExp(`\\b${ANY_DAY}`, 'g')],
  ['month', new RegExp(`\\b${PART}?${MONTH},? ${YEAR}`, 'g')],
  ['month', new RegExp(`\\b(?:[Ll]ast|[Nn]ext|[Tt]his) ${LONG_MONTH}\\b`, 'g')],
  ['month', new RegExp(`\\b(?:${PART}|${LEAD})${LONG_MONTH}\\b(?!['’ -][A-Z\\d])`, 'g')],
  ['weekday', new RegExp(`\\b(?:(?<!\\bthe )(?:[Ll]ast|[Nn]ext|[Tt]his) )?${WEEKDAY}${PART_OF_DAY}\\b`, 'g')],
  ['year', new RegExp(`\\b${LEAD}${YEAR}${SPAN}(?:${YEAR}|\\d\\d\\b)`, 'g')],
  ['year', new RegExp(`${BETWEEN}${YEAR} and ${YEAR}`, 'g')],
  ['year', new RegExp(`\\b${PART}${YEAR}(?!s)`, 'gi')],
  ['year', new RegExp(`\\b${SEASON} ${YEAR}`, 'g')],
  ['year', new RegExp(`${LEAD}${YEAR}(?!s|-|[–—]\\d)`, 'gi')],
  ['year', new RegExp(`(?<=\\()${YEAR}(?=\\))`, 'g')],
  ['vague', /\b(?:the )?(?:early |mid[- ]|late )?(?:1[5-9]|20)\d0s\b/gi],
  ['vague', /\bthe (?:early |mid[- ]|late )?(?:\d{1,2}th|1st|2nd|3rd|21st) century\b/gi],
  [
    'relative',
    new RegExp(`\\b(?:earlier |later |early |late )?(?:yesterday|today|tomorrow)${PART_OF_DAY}\\b`, 'gi'),
  ],
  [
    'relative',
    /\b(?:the day (?:before yesterday|after tomorrow)|tonight|last night|this (?:morning|afternoon|evening))\b/gi,
  ],
  [
    'relative',
    /\b(?:earlier |later |early |late |(?:the )?(?:start|end) of )?(?<!\bthe )(?:last|next) (?:week|weekend|month|year)\b/gi,
  ],
  ['relative', /\b(?:earlier |later |late |early )?this (?:past )?(?:week|weekend|month)\b/gi],
  ['relative', /\b(?:earlier|later|late|early) this year\b/gi],
  ['relative', /\b(?:the )?end of the (?:week|month|year)\b/gi],
  ['vague', new RegExp(`\\b(?<!\\bthe )(?:last|next|this) (?:${SEASON}|decade|century)\\b`, 'gi')],
  ['ago', new RegExp(`\\b${QUALIFIER}${COUNT} (?:hour|day|week|month|year|decade)s? ago\\b`, 'gi')],
  [
    'vague',
    new RegExp(
      `\\bwithin (?:the next )?(?!an? (?:hour|day))${COUNT} (?:hour|day|week|month|year)s?\\b`,
      'gi',
    ),
  ],
];

/** Cheap test that spares most sentences the patterns. */
const WORTH_A_LOOK =
  /\d{4}|\d0s\b|tomorrow|day\b|night\b|tonight|morning|afternoon|evening|\bago\b|\bwithin\b|week|month|year|decade|century|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|spring|summer|autumn|\bfall\b|winter/i;

/** "Black Friday", "the Sunday Times": a weekday inside a name. */
const NAME_BEFORE =
  /\b(?:Black|Good|Bloody|Easter|Palm|Ash|Super|Cyber|Holy|Maundy|Shrove|Fat|Mail on|Sheffield) $/;
const NAME_AFTER =
  /^ (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|Sun|Independent|Night (?:Live|Football|Lights))\b/;

/**
 * The stretches of an English text that say when, in order, not overlapping; of two that begin together the
 * longer. Found are calendar days and spans of them, weekdays, months and years after a word that makes
 * them a time, "last week", "tomorrow", "two years ago", "within 48 hours", decades and centuries. Not
 * found are clock times, durations, ages, "this year", "each year", and the year in a name ("the 2018 World
 * Cup").
 */
export function findDates(text: string): readonly FoundDate[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const found: FoundDate[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      if (!isName(kind, text, match.index, to) && !isCount(kind, text, match.index, to))
        found.push({ kind, from: match.index, to });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return found.filter((date) => {
    if (date.from < end) return false;
    end = date.to;
    return true;
  });
}

function isName(kind: DateKind, text: string, from: number, to: number): boolean {
  if (kind !== 'weekday') return false;
  return (
    NAME_BEFORE.test(text.slice(Math.max(0, from - 12), from)) || NAME_AFTER.test(text.slice(to, to + 20))
  );
}

/** "Around 1500 people", "a crowd of 2000 supporters": four figures that count. */
function isCount(kind: DateKind, text: string, from: number, to: number): boolean {
  if (kind !== 'year') return false;
  const after = text.slice(to, to + 24);
  if (/^ (?:people|men|women|children)\b/.test(after)) return true;
  return (
    /\b(?:around|of|for|to|and|or) $/i.test(text.slice(Math.max(0, from - 8), from)) &&
    /^ \p{Ll}+s\b/u.test(after)
  );
}
