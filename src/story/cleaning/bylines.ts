const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? )?';
const DATE = `${DAY}(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`;
const TIME = '(?:[ ,|•·–—-]{1,4}(?:at )?\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?[A-Z]{2,4})?)?';
const BARE_DATE = new RegExp(`^${DATE}${TIME}$`, 'i');
const LABELLED_DATE = new RegExp(
  `^(?:first )?(?:published|updated|last updated|posted|last modified|modified|created|issued)(?: (?:on|at))?:? ?(?:(?:an?|\\d{1,2}) (?:minute|min|hour|day|week|month)s? ago|${DATE}${TIME}|(?:at )?\\d{1,2}[:.]\\d{2}.{0,40}|today.{0,30}|yesterday.{0,30})`,
  'i',
);

/** "Published 20 January 2022", "Updated 3 hours ago". */
export function isLabelledDate(text: string): boolean {
  return LABELLED_DATE.test(text);
}

/** A date on a line of its own, with the year: the page's near the top or the end, a timeline's elsewhere. */
export function isDateLine(text: string): boolean {
  return BARE_DATE.test(text);
}

const NAME = /^[\p{Lu}@][\p{L}\d.’'@_-]*$/u;
const BETWEEN = /^(?:and|&|in|for|of|the|at|de|da|van|von|der|den|bin|ibn|al|el|du|la|le|di|[|·•,–—/-])$/;

/** "By Jane Doe and John Smith, Associated Press": names only after the word, and no full stop. */
export function isByline(text: string): boolean {
  const match = /^(?:by|words by|story by|written by|reported by|analysis by|text by):? /i.exec(text);
  return match !== null && !/\p{Ll}\.$/u.test(text) && isNames(text.slice(match[0].length), NOT_NAMES);
}

/** Names and nothing else, as in a byline whose "By" was lost. */
export function isNameList(text: string): boolean {
  return text.length <= 100 && isNames(text, NOT_NAMES);
}

/** Words that open the object of "By …" when it is no person. */
const NOT_NAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter the land air sea night day design default then now far contrast law'.split(
    ' ',
  ),
);

/** "(Reporting by Jane Doe; Editing by John Smith)", "Source: Al Jazeera and news agencies", "With inputs from AFP". */
export function isCredit(text: string): boolean {
  const inner = text.replace(/^[([]|[)\]]$/g, '').replace(/\.$/, '');
  if (/^(?:sources?|credits?): ?\S/i.test(inner)) return inner.length <= 120;
  if (
    /^(?:with|additional) (?:reporting |inputs? |files |material |contributions? )(?:by|from) /i.test(inner)
  )
    return inner.length <= 160 && !/\b(?:was|were|has|have|had|is|are|said)\b/.test(inner);
  const match =
    /^(?:additional )?(?:reporting|writing|compiled|edited|editing|produced) (?:and (?:writing|editing) )?by /i.exec(
      inner,
    );
  if (!match) return false;
  const rest = inner
    .slice(match[0].length)
    .replace(/\b(?:additional|reporting|writing|editing|compiled|by)\b/gi, ',');
  return isNames(rest.replace(/;/g, ' '), NONE);
}

const NONE: ReadonlySet<string> = new Set();

function isNames(text: string, except: ReadonlySet<string>): boolean {
  const words = text.replace(/,/g, ' , ').split(/\s+/).filter(Boolean);
  const names = words.filter((word) => NAME.test(word));
  if (words.length > 40 || names.length === 0) return false;
  if (except.has((words[0] ?? '').toLowerCase())) return false;
  return words.every((word) => NAME.test(word) || BETWEEN.test(word));
}
