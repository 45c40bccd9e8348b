import type { Token } from './tagger.ts';

/** Which side of the publication date a sentence places a time on; "present" speaks of a lasting state. */
export type Direction = 'past' | 'present' | 'future';

/** Words that put off what the next "to" brings: "is due to", "plans to", "agreed to". */
const PROSPECTIVE =
  /^(?:agree|aim|ask|await|bound|call|decide|demand|due|elect|eligible|expect|forecast|going|hope|intend|invite|likely|need|offer|order|plan|poised|pledge|prepare|promise|propose|ready|require|schedule|seek|set|slated|summon|tell|told|threaten|unlikely|urge|vow|want|warn|wait|instruct|hop|commit|prepar|try|tri|deadline|deal|decision|preparation|opportunity|chance|permission|request)(?:s|d|ed|ing|ted|led|ned|red)?$/i;
/** "due on Friday", "scheduled for Friday", "upcoming talks Friday", "ahead of Friday's vote". */
const AWAITED = /^(?:upcoming|forthcoming|scheduled|due|slated|planned|expected|awaited|tomorrow)$/i;
const MODAL = /^(?:will|wo|ca|'ll|’ll|shall|may|might|must|should|would|can|could)$/i;
const BE = /^(?:am|is|are|was|were|be|been|being|'s|'re|’s|’re)$/i;
const PAST_AUXILIARY = /^(?:was|were|had|did)$/i;
const PRESENT_AUXILIARY = /^(?:has|have|'ve|’ve|am|is|are|'re|’re)$/i;
const BREAK = /^(?:[;:“”"«»()]|—|–)$/;
/** Irregular past forms a news report uses; regular ones end in "ed". */
const IRREGULAR = new Set(
  `ate became began bent bit bled blew bought bound bred broke brought built burnt came caught chose clung
  cost crept cut dealt did drank drew drove dug fed fell felt fled flew fought found froze gave got grew had
  heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met overcame overtook
  paid put quit ran rang read rose said sang sank sat saw sent set shed shot shook shut slept slid sold sought
  spent split spoke spread sprang stole stood stuck strode struck stung swam swept swore swung taught thought
  threw took told tore understood undertook went wept withdrew woke won wore wound wrote`.split(/\s+/),
);

interface Cue {
  readonly at: number;
  readonly direction: Direction;
}

/**
 * Whether what happens at `from`…`to` of a tagged sentence is told as past or as still to come: the
 * nearest verb group before it in the same clause decides, else the first one after it. `undefined` when
 * neither says. English has no one future tense, so modals, "is to", plans ("agreed to"), schedules ("meets on
 * Friday") and "ahead of" count as future; finite past forms as past.
 */
export function directionOf(tokens: readonly Token[], from: number, to: number): Direction | undefined {
  const before: Cue[] = [];
  const after: Cue[] = [];
  let clauseStart = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.start >= from) break;
    if (isBreak(tokens, i)) clauseStart = i + 1;
  }
  for (let i = clauseStart; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.start >= to && isBreak(tokens, i)) break;
    const direction = cueAt(tokens, i);
    if (direction !== undefined) (token.start < from ? before : after).push({ at: i, direction });
  }
  return before.at(-1)?.direction ?? after[0]?.direction;
}

/** A mark that parts clauses, or a conjunction after a comma: ", and on Sunday his party sacked him". */
function isBreak(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  return BREAK.test(token.text) || (token.pos === 'CCONJ' && tokens[i - 1]?.text === ',');
}

function cueAt(tokens: readonly Token[], i: number): Direction | undefined {
  const word = wordAt(tokens, i);
  const previous = wordAt(tokens, i - 1);
  const next = wordAt(tokens, i + 1);
  // The month is no modal.
  if (MODAL.test(word) && tokens[i]?.text !== 'May') return modalDirection(tokens, i);
  // "due to injury" gives a cause.
  if (AWAITED.test(word) && !(word === 'due' && next === 'to')) return 'future';
  if (word === 'ahead' && next === 'of') return 'future';
  if (word === 'advance' && previous === 'in' && next === 'of') return 'future';
  if (word === 'to' && isInfinitive(tokens, i)) return followsPlan(tokens, i) ? 'future' : undefined;
  if (PRESENT_AUXILIARY.test(word)) return presentDirection(tokens, i);
  if (PAST_AUXILIARY.test(word)) return 'past';
  if (isSchedule(tokens, i)) return 'future';
  return isFinitePast(tokens, i) ? 'past' : undefined;
}

/** "could not be reached on Friday" and "would have met" look back. */
function modalDirection(tokens: readonly Token[], i: number): Direction {
  const word = wordAt(tokens, i);
  const next = wordAt(tokens, i + 1);
  if (next === 'have' || (/^(?:could|would)$/.test(word) && /^(?:not|n't|n’t)$/.test(next))) return 'past';
  return 'future';
}

/** "is meeting on Friday" and "the deadline is Friday" look ahead; "has met on Friday" need not. */
function presentDirection(tokens: readonly Token[], i: number): Direction {
  const next = wordAt(tokens, i + 1);
  const be = /^(?:is|are|am|'re|’re)$/.test(wordAt(tokens, i));
  return be && (next.endsWith('ing') || /^(?:on|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(next))
    ? 'future'
    : 'present';
}

function isInfinitive(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX');
}

function followsPlan(tokens: readonly Token[], i: number): boolean {
  for (let back = i - 1; back >= Math.max(0, i - 5); back--) {
    const word = wordAt(tokens, back);
    if (PROSPECTIVE.test(word)) return true;
    if (BE.test(word)) return back === i - 1;
    if (word === ',') return false;
  }
  return false;
}

const SCHEDULED =
  /^(?:open|begin|start|end|close|meet|face|vote|hold|take|run|expire|resume|return|arrive|kick|play|launch|air|premiere)(?:e?s)?$/;

/** A verb in the simple present in news tells a schedule: "The festival opens on Friday", "Talks resume". */
function isSchedule(tokens: readonly Token[], i: number): boolean {
  const word = wordAt(tokens, i);
  if (tokens[i]?.pos !== 'VERB' || !SCHEDULED.test(word)) return false;
  return word.endsWith('s') || wordAt(tokens, i - 1).endsWith('s');
}

function isFinitePast(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (token.pos !== 'VERB' && token.pos !== 'AUX')) return false;
  const word = token.text.toLowerCase();
  if (!word.endsWith('ed') && !IRREGULAR.has(word)) return false;
  const previous = tokens[i - 1];
  if (previous === undefined) return true;
  if (previous.pos === 'DET' || previous.pos === 'PART') return false;
  // "to be held", "will be held": the group's first word has decided already.
  return (
    !/^(?:be|being|to|get|is|are|has|have|had|was|were)$/i.test(previous.text) && !MODAL.test(previous.text)
  );
}

function wordAt(tokens: readonly Token[], i: number): string {
  return tokens[i]?.text.toLowerCase() ?? '';
}
