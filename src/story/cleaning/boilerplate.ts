import { isAppeal, isCookieNotice, isNewsletterAppeal } from './appeals.ts';
import { LIST_HEADS, PAGE_LINES } from './boilerplate-lines.ts';
import { isByline, isCredit, isDateLine, isLabelledDate, isNameList } from './bylines.ts';
import { isCaption } from './captions.ts';

/** A line or paragraph on one line, and what is known of its place. */
export interface Line {
  readonly text: string;
  /** How much of it is inside links, 0..1. */
  readonly linked: number;
  /** Among the first few or the last few, where bylines and credits stand. */
  readonly atEdge: boolean;
  readonly heading: boolean;
}

const PLATFORM =
  '(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|youtube|tiktok|messenger|threads|bluesky|snapchat|flipboard|google news|apple news|e-?mail|print|sms|copy(?: link)?|link)';
const SHARE = new RegExp(
  `^share(?: (?:this|article|story|page|post|video|link)){0,2}(?: (?:on|via|to|with|using|by))?:?(?:[ ,|/•·]{0,3}(?:and |or )?${PLATFORM}\\b){1,12}[ .!]*$`,
  'i',
);
const FOLLOW_US = new RegExp(
  `^(?:follow|like|find|join|connect with) (?:us|our [^.]{1,40}) on ${PLATFORM}\\b[^.]{0,60}\\.?$`,
  'i',
);
const ON_PLATFORM = new RegExp(`^[^.]{8,60} on ${PLATFORM}\\b[^.]{0,60}\\.?$`, 'i');
const MORE_FROM = /^(?:More|MORE) (?:from|on|in|FROM|ON|IN) (?:the |THE )?\p{Lu}[^.!?:]{0,45}$/u;

/** What keeps a rule from eating a sentence: speech is the story's, and so is anything longer than such lines are. */
interface Rule {
  readonly name: string;
  readonly longest: number;
  readonly quotes?: true;
  /** The line has no full stop, as headlines and labels have none. */
  readonly label?: true;
  readonly atEdge?: true;
  matches(text: string): boolean;
}

const RULES: readonly Rule[] = [
  { name: 'a link to another story', longest: 250, quotes: true, matches: leadsElsewhere },
  { name: 'a link to another story', longest: 200, quotes: true, label: true, matches: announces },
  { name: 'a cookie notice', longest: 800, quotes: true, matches: isCookieNotice },
  { name: 'a newsletter appeal', longest: 320, matches: isNewsletterAppeal },
  {
    name: 'share buttons',
    longest: 160,
    matches: (text) => SHARE.test(text) || isFollowLine(text),
  },
  {
    name: 'share buttons',
    longest: 40,
    matches: (text) => /^[\d.,]+[km]? (?:comments?|shares?|views|likes)$/i.test(text),
  },
  { name: 'an appeal to readers', longest: 320, matches: isAppeal },
  { name: 'a copyright line', longest: 300, matches: isCopyright },
  { name: 'a caption or credit', longest: 450, quotes: true, matches: isCaption },
  {
    name: 'a reading time',
    longest: 60,
    matches: (text) =>
      /^(?:\d{1,3}[ -]?min(?:ute)?s?(?:['’]s?)? read|(?:estimated )?reading time\b)/i.test(text),
  },
  { name: 'a note of the page', longest: 250, matches: isPageNote },
  { name: 'a date line', longest: 110, label: true, matches: isLabelledDate },
  { name: 'a date line', longest: 60, label: true, atEdge: true, matches: isDateLine },
  { name: 'a byline', longest: 140, atEdge: true, matches: isByline },
  { name: 'a credit', longest: 320, atEdge: true, matches: isCredit },
];

/** Says what of the page a line is, in a few words; undefined when it is the story's. */
export function findBoilerplate(line: Line): string | undefined {
  const { text } = line;
  const bare = bareLine(text);
  if (PAGE_LINES.has(bare)) return 'a label of the page';
  if (isListHead(text)) return 'the head of a list of other stories';
  if (line.heading) return undefined;
  if (isLinkOnly(line)) return 'a link to another story';
  if (line.atEdge && line.linked > 0.3 && isNameList(text)) return 'a byline';
  const rule = RULES.find(
    ({ longest, quotes, label, atEdge, matches }) =>
      text.length <= longest &&
      (quotes || !/["“”]/.test(text)) &&
      !(label && /[.!]["”’)]*$/.test(text)) &&
      (!atEdge || line.atEdge) &&
      matches(text),
  );
  return rule?.name;
}

/** "Related stories", "More from the BBC": what follows may be other stories' headlines. */
export function isListHead(text: string): boolean {
  return LIST_HEADS.has(bareLine(text)) || MORE_FROM.test(text);
}

/** A line that is one link and no sentence: a way to another story. An address written out is the story's. */
export function isLinkOnly({ text, linked }: Pick<Line, 'text' | 'linked'>): boolean {
  return linked > 0.9 && !/[.!?…]["”’)]*$/.test(text) && !/^(?:https?:|www\.)/i.test(text);
}

/** A line without what surrounds its words, in lower case: "► ADVERTISEMENT" is "advertisement". A quoted line is none. */
function bareLine(text: string): string {
  if (text.length > 60) return '';
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}"“”'?]+|[^\p{L}\p{N}"“”'?]+$/gu, '')
    .replace(/\s*[-–—|:]\s*/g, ' ');
}

function leadsElsewhere(text: string): boolean {
  return (
    /^(?:read|see|learn|find out) more\s?(?:[:|–—→>»-]|about .{1,120} here\b|here\b)/i.test(text) ||
    /^(?:also read|read also|read next|see also|up next|don['’]t miss|must[ -]read|further reading|more from [^:]{1,40}|more on [^:]{1,40}|recommended(?: reading)?|related(?: (?:article|story|stories|coverage|content|news|reading|link))?s?)\s?[:|>»]/i.test(
      text,
    )
  );
}

/** "WATCH: …", "More: …": a label before a headline, which has no full stop. */
function announces(text: string): boolean {
  return /^(?:read|watch|listen|more|video|podcast|gallery|in pictures|in photos)\s?[:|>»]\s?\S/i.test(text);
}

function isCopyright(text: string): boolean {
  return (
    /^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))/i.test(text) ||
    (/\ball rights reserved\b/i.test(text) && text.length < 160)
  );
}

function isPageNote(text: string): boolean {
  return (
    /^this (?:article|story|post|piece|report) (?:was )?(?:first |originally )+(?:appeared|published|ran|posted)\b/i.test(
      text,
    ) ||
    /^this (?:article|story|post) (?:is|was|has been) (?:re-?published|syndicated|reproduced|auto-generated)\b/i.test(
      text,
    ) ||
    /^(?:please )?(?:enable|turn on) javascript\b|^javascript (?:is|must be|appears)|^your browser (?:does not|doesn['’]t) support\b/i.test(
      text,
    ) ||
    /^(?:this|the|to play this) (?:video|media|content|embed)[^.]{0,30} (?:can ?not|can['’]t|could not|is not|is no longer|you need to)\b[^.]{0,20}(?:played|displayed|loaded|available|enable javascript)[^.]{0,40}\.?$/i.test(
      text,
    ) ||
    /^list (?:\d+ )?of \d+(?: items)?$/i.test(text) ||
    /^@\w{2,30}$/.test(text) ||
    (/\bcontributed(?: reporting)?(?: to this (?:report|story|article)(?: from [^.]{2,40})?)?\.?$/i.test(
      text,
    ) &&
      /\b(?:writers?|reporters?|journalists?|correspondents?|staff|to this (?:report|story|article))\b/i.test(
        text,
      )) ||
    /^save (?:articles?|this|stories) (?:to read|for) later\b/i.test(text) ||
    /\bnot responsible for the content of external (?:web ?)?sites\b/i.test(text) ||
    /^(?:\S+\.(?:jpe?g|png|gif|webp|svg|mp4)|[a-z0-9]+(?:_[a-z0-9]+)+)$/i.test(text)
  );
}

/** "Follow Jane Doe on Twitter": an account has a capital or an @, which tells it from "Follow the money". */
function isFollowLine(text: string): boolean {
  return FOLLOW_US.test(text) || (/^Follow (?:the )?[@\p{Lu}]/u.test(text) && ON_PLATFORM.test(text));
}
