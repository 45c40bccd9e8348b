import { CLUE } from './clues.ts';
import type { FeatureFamily } from './feature-family.ts';
import { neighbour } from './features-of-match.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepared.ts';
import { wanted } from './wanted.ts';

/** Whether the sentence holds the kind of thing that is asked for. */
export const typeFeatures: FeatureFamily = (prepared, match, unit) => {
  const { question } = match;
  const wants = wanted(question);
  const holds = (clue: keyof typeof CLUE): number => ((wants & CLUE[clue] & unit.clues) === 0 ? 0 : 1);
  const lacks = wants !== 0 && (wants & unit.clues) === 0 ? 1 : 0;
  const special = wants & ~CLUE.number;
  const said = question.type === 'quote' ? 1 : 0;
  const focus = match.terms.find((term) => term.stem === question.focus);
  const met = nameMet(match, unit);
  return {
    lacks,
    number: holds('number'),
    date: holds('date'),
    year: holds('year'),
    place: holds('place'),
    reason: holds('reason'),
    manner: holds('manner'),
    money: holds('money'),
    duration: holds('duration'),
    age: holds('age'),
    measure: holds('measure'),
    percent: holds('percent'),
    scored: holds('score'),
    clock: holds('clock'),
    lacksKind: special !== 0 && (special & unit.clues) === 0 ? 1 : 0,
    whoName: question.type === 'who' ? bit(unit, 'name') : 0,
    whoRole: question.type === 'who' ? bit(unit, 'role') : 0,
    whatQuote: question.type === 'what' ? bit(unit, 'quote') : 0,
    otherQuote: question.type !== 'quote' && question.type !== 'what' ? bit(unit, 'quote') : 0,
    saidQuote: said * bit(unit, 'quote'),
    saidSaying: said * bit(unit, 'saying'),
    saidSpeaker: said * speaks(prepared, match, unit),
    focusHere: focus ? (focus.best[unit.index] ?? 0) : 0,
    focusMissing: question.focus !== '' && (focus?.best[unit.index] ?? 0) < 0.3 ? 1 : 0,
    identityRole: question.identity && introducesAsked(match, unit) ? met : 0,
    identityFirst: question.identity ? met * firstMention(match, unit) : 0,
    identityBeside: question.identity ? met * introduced(match, unit) : 0,
    topicFirst: question.type === 'topic' && !question.identity ? met * firstMention(match, unit) : 0,
    negation: question.type === 'yes-no' ? bit(unit, 'negation') : 0,
  };
};

function bit(unit: Unit, clue: keyof typeof CLUE): number {
  return (unit.clues & CLUE[clue]) === 0 ? 0 : 1;
}

/** Whether the sentence says what the person asked about is. */
function introducesAsked(match: Match, unit: Unit): boolean {
  const ids = new Set(
    match.terms.flatMap((term) => [...(term.exact ? [term.exact.id] : []), ...term.spelling.keys()]),
  );
  return unit.introductions.some(({ names }) => names.some((id) => ids.has(id)));
}

function nameMet(match: Match, unit: Unit): number {
  return match.terms.reduce((most, term) => Math.max(most, term.best[unit.index] ?? 0), 0);
}

/** Whether the sentence is the first of the story to hold the question's rarest word. */
function firstMention(match: Match, unit: Unit): number {
  const rarest = match.terms.reduce<Match['terms'][number] | undefined>(
    (a, b) => (a && a.weight >= b.weight ? a : b),
    undefined,
  );
  const first = rarest ? rarest.best.findIndex((strength, i) => strength >= 0.8 && i >= 0) : -1;
  return first === unit.index ? 1 : 0;
}

/** A name with an apposition after it, or a role word right before: where a story introduces somebody. */
function introduced(match: Match, unit: Unit): number {
  const ids = new Set(match.terms.flatMap((term) => [term.exact?.id ?? -1, ...term.spelling.keys()]));
  const spots = unit.words.flatMap((word, i) => (ids.has(word) ? [unit.places[i] ?? 0] : []));
  const [first, last] = [spots[0], spots.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const after = unit.tokens[last + 1]?.text;
  const next = unit.tokens[last + 2]?.text ?? '';
  if (after === ',' && /^(?:an?|the|who|whose|one|\d|[a-z])/.test(next)) return 1;
  if (/^(?:is|was|are|were)$/.test(after ?? '') && /^(?:an?|the|one)$/.test(next)) return 1;
  const before = unit.tokens.slice(Math.max(0, first - 5), first);
  return before.some((token) => /^\p{L}/u.test(token.text) && ROLE_BEFORE.test(token.lower)) ? 1 : 0;
}

const ROLE_BEFORE =
  /(?:president|minister|secretary|spokes|director|captain|coach|chief|head|chair|leader|professor|judge|general|manager|founder|executive|ambassador|mayor|governor|senator|editor|referee|lawyer|prosecutor|commander|author|player|keeper|wife|husband|son|daughter|mother|father|scientist|analyst|singer|actor|actress|artist|officer|chairman|doctor|surgeon|engineer|pilot|driver)/;

/** Whether the person asked about speaks here: named beside a verb of saying, or in the sentence a quote goes on from. */
function speaks(prepared: Prepared, match: Match, unit: Unit): number {
  const named = match.terms.filter((term) => term.proper);
  const here = (at: Unit): number =>
    named.reduce((most, term) => Math.max(most, term.best[at.index] ?? 0), 0);
  if (bit(unit, 'saying') === 1 && here(unit) >= 0.8) return 1;
  const before = neighbour(prepared, unit, -1);
  const goesOn = bit(unit, 'quote') === 1 || bit(unit, 'pronounFirst') === 1;
  return before && goesOn && here(before) >= 0.8 ? 0.6 : 0;
}
