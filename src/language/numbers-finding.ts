/** What sort of number it is, which decides how what it counts is found. */
export type NumberKind = 'money' | 'percent' | 'age' | 'score' | 'measure' | 'share' | 'count';

/** A number as written, qualifier and unit of measure included. Offsets are UTF-16, end exclusive. */
export interface FoundNumber {
  readonly kind: NumberKind;
  readonly from: number;
  readonly to: number;
  /** Where the bare figure or number word starts and ends, without qualifier and unit. */
  readonly core: { readonly from: number; readonly to: number };
}

const SMALL = 'one|two|three|four|five|six|seven|eight|nine';
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SCALE = 'hundred|thousand|million|billion|trillion';
const CARDINAL = `(?:(?:${TENS})(?:[- ](?:${SMALL}))?|${TEENS}|${SMALL})`;
const DIGITS = '(?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,12})(?:\\.\\d{1,6})?';
const FIGURE = `(?:${DIGITS}|${CARDINAL})`;
const SCALED = `(?:${FIGURE}|a|half a|several|many)(?: (?:${SCALE})){1,2}`;
const AND_SMALL = `(?: and (?:a half|${CARDINAL}))?`;
const AMOUNT = `(?:${SCALED}${AND_SMALL}|${DIGITS} ?(?:bn|m|k|tn)\\b|${FIGURE}(?: and a half)?)`;
const RANGE_WORD = '(?: ?[–-] ?| to )';
const ONE_OR_RANGE = `(?:(?<=\\bbetween )${AMOUNT} and ${AMOUNT}|${AMOUNT}(?:${RANGE_WORD}${AMOUNT})?)`;
const MANY =
  '(?:(?:tens|scores|hundreds|thousands|millions|billions|dozens)(?: of (?:hundreds|thousands|millions|billions))?|(?:a|two|three|four|five|six|several) dozen)';
const FRACTION =
  '(?:(?:a|one)[- ](?:third|quarter|fifth|sixth|tenth)|(?:two|three|four)[- ](?:thirds|quarters|fifths|tenths)|half)(?= (?:of|the|its|their|his|her|all|a)\\b)|(?:a|one)[- ](?:third|quarter|fifth|tenth)\\b|(?:two|three)[- ](?:thirds|quarters|fifths)\\b';
const IN_EVERY = `(?:${FIGURE}) (?:in|out of)(?: every)? (?:${FIGURE})`;

const BEFORE =
  '(?:(?:an? (?:estimated|record|total of|average of|minimum of|maximum of) |(?:just |well |slightly |a little )?(?:over|under|above|below) |(?:no |many )?(?:more|fewer|less) than |at (?:least|most) |as (?:many|much|few|little|high|low) as |up to |nearly |almost |about |around |roughly |approximately |some |close(?:r)? to |an estimated |estimated |some ))?';
const AFTER = '(?: or (?:more|so|less|fewer))?';
const CURRENCY_SIGN = '(?:(?:US|NZ|AU|A|C|CA|HK|S|NT|R)?\\$|[£€¥₹₽₩])\\s?';
const CURRENCY_CODE = '(?:USD|EUR|GBP|Rs\\.?|INR|AUD|NZD|CAD|CHF)\\s?';
const CURRENCY_WORD =
  '(?:(?:US|Australian|Canadian|New Zealand|Hong Kong) )?(?:dollars?|euros?|pounds?(?: sterling)?|yen|yuan|rupees?|roubles?|rubles?|francs?|pence|cents?|pesos?|kronor|krone|rand|lira|baht|shekels?|reais)';
const SUM = `${CURRENCY_SIGN}${DIGITS}(?: ?(?:bn|m|k|tn)\\b| (?:${SCALE}))?`;
const MEASURE =
  '(?:(?:square|cubic) )?(?:seconds?|minutes?|hours?|days?|nights?|weekends?|weeks?|months?|years?|decades?|centuries|century|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|yards?|feet|foot|inches|inch|acres?|hectares?|kilograms?|kilogrammes?|grams?|tonnes?|tons?|ounces?|litres?|liters?|gallons?|barrels?|degrees?(?: (?:Celsius|Fahrenheit))?|mph|km/h|kph|km|kg|km2|cm|mm|lbs?|mg|mW|MW|GW|kW|megawatts?|gigawatts?|knots?|nautical miles?|light[- ]years?|bytes?|megabytes?|gigabytes?|[KMGT]B|times|fold)';

/** "one hour, 59 minutes and 40 seconds": the smaller units of one measure. */
const SMALLER = `(?:(?:,| and|, and)? ${FIGURE} (?:months?|weeks?|days?|hours?|minutes?|seconds?|inches|ounces?)\\b){0,2}`;
const AGE = `(?:${FIGURE})[- ](?:year|month|week|day)s?[- ]olds?`;

/** What a number in figures or words can end in. */
const ENDING = `(?:\\d|bn|m|k|tn|half|${SMALL}|${TEENS}|${TENS}|${SCALE})`;

/**
 * Each kind's pattern and, for the long ones, what a text must have for it to match at all: building one takes as
 * long as a hundred sentences, and most stories need few of them.
 */
const PATTERNS: readonly (readonly [NumberKind, RegExp, needs?: RegExp])[] = [
  ['age', new RegExp(`(?<core>${AGE})`, 'gi')],
  [
    'age',
    new RegExp(
      `(?<=\\b(?:aged?|ages|age of|at the age of) )(?<core>${FIGURE}(?: (?:months?|weeks?|days?))?(?: (?:to|and|or) ${FIGURE})?)\\b(?! ?[%–-])`,
      'gi',
    ),
  ],
  [
    'score',
    /(?<core>(?<![\d.,–-])\d{1,3} ?[–-] ?\d{1,3}(?![\d.,]\d|[–-]\d|%| ?percent| per cent|[-–]?[a-z]))/g,
  ],
  ['money', new RegExp(`(?<=\\bbetween )(?<core>${SUM} and ${SUM})`, 'gi')],
  [
    'money',
    new RegExp(
      `${BEFORE}(?:${CURRENCY_SIGN}|\\b${CURRENCY_CODE})(?<core>${DIGITS}(?:(?: ?[–-] ?| to )${CURRENCY_SIGN}?${DIGITS})?(?: ?(?:bn|m|k|tn)\\b| (?:${SCALE}))?)${AFTER}`,
      'gi',
    ),
  ],
  [
    'money',
    new RegExp(`${BEFORE}(?<core>${ONE_OR_RANGE}) ${CURRENCY_WORD}\\b${AFTER}`, 'gi'),
    new RegExp(` ${CURRENCY_WORD}`, 'i'),
  ],
  [
    'percent',
    new RegExp(
      `${BEFORE}(?<core>${ONE_OR_RANGE})(?:%| ?percent\\b| per cent\\b|[- ]percentage points?\\b)(?: or (?:more|less))?`,
      'gi',
    ),
    /%|percent|per cent/i,
  ],
  [
    'measure',
    new RegExp(
      `${BEFORE}(?<core>${ONE_OR_RANGE})[- ]${MEASURE}\\b(?!-[a-z])${SMALLER}(?: \\(${DIGITS} ?${MEASURE}\\))?${AFTER}`,
      'gi',
    ),
    new RegExp(`${ENDING}[- ]${MEASURE}`, 'i'),
  ],
  [
    'measure',
    new RegExp(
      `${BEFORE}(?<core>${DIGITS})(?:km|kg|cm|mm|m|ft(?: ?\\d{1,2}in)?|lb|mph|kph|[KMGT]B|°C|°F|MW|GW|kW)\\b`,
      'g',
    ),
  ],
  ['measure', new RegExp(`${BEFORE}(?<core>half an?) (?:${MEASURE}|dozen)\\b`, 'gi')],
  ['share', new RegExp(`${BEFORE}(?<core>${IN_EVERY})\\b`, 'gi')],
  ['share', new RegExp(`${BEFORE}(?<core>${FRACTION})`, 'gi')],
  ['count', new RegExp(`${BEFORE}(?<core>${MANY})\\b`, 'gi')],
  ['count', new RegExp(`${BEFORE}(?<core>${ONE_OR_RANGE})\\b${AFTER}`, 'gi')],
];

/** Cheap test that spares most sentences the patterns. */
const WORTH_A_LOOK = new RegExp(
  `\\d|\\b(?:${SMALL}|${TEENS}|${TENS}|dozens?|half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths|(?:${SCALE})s?|tens|scores)\\b`,
  'i',
);

/**
 * The numbers an English text writes, in figures or words, each with its qualifier ("more than", "or so")
 * and unit ("percent", "miles", "NZ$"), in order and not overlapping; of two that begin together the
 * longer. Every number is found, whether or not it is worth telling: `readNumbers` judges that.
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  const found: (FoundNumber & { readonly rank: number })[] = [];
  for (const [rank, [kind, pattern, needs]] of PATTERNS.entries()) {
    if (needs && !needs.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const core = match.groups?.['core'] ?? match[0];
      if (!startsAtWord(text, match.index)) continue;
      const coreFrom = match.index + match[0].indexOf(core);
      const to = match.index + match[0].length;
      found.push({ kind, from: match.index, to, core: { from: coreFrom, to: coreFrom + core.length }, rank });
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to || a.rank - b.rank);
  let end = 0;
  return found.filter((number) => {
    if (number.from < end) return false;
    end = number.to;
    return true;
  });
}

/** Not the end of a word, a longer figure, an address or a hashtag: "IE6", "#3", "a.b2". */
function startsAtWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}_#@/&+]$|[\p{L}\p{N}][.,:–-]$|\$$/u.test(text.slice(Math.max(0, at - 3), at));
}
