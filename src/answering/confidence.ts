import { isDemonym, placeKindOf } from '../language/names/gazetteer.ts';
import { readClues } from './clues.ts';
import type { FoundSpan } from './found-span.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepared.ts';
import type { Ranking } from './rank.ts';
import { wanted } from './wanted.ts';

/** Ranking features of the best sentence that also tell whether it answers at all. */
const TELLING = [
  'best',
  'exact',
  'missing',
  'rareBest',
  'rareLead',
  'bestLead',
  'rareAround',
  'tellingMet',
  'softOverlap',
  'concept',
  'conceptOnly',
  'lacksKind',
  'carriedInside',
  'missingNames',
  'namesMet',
  'lacks',
  'bm25',
  'alike',
  'likely',
  'remote',
  'vector',
  'meaning',
  'meaningAround',
  'spelling',
  'form',
  'synonym',
  'near',
  'inBefore',
  'inAfter',
  'paragraphScore',
  'inTitle',
  'window',
  'bigrams',
  'sequence',
  'overlap',
  'strongest',
  'focusHere',
  'focusMissing',
  'saidSpeaker',
  'speakerMatch',
  'speakerOther',
  'askedAbout',
  'whoPerson',
  'wherePlace',
  'carried',
  'saidSaying',
  'saidQuote',
  'identityBeside',
  'identityRole',
  'number',
  'date',
  'place',
  'reason',
  'whoName',
  'money',
  'duration',
  'age',
  'contextWords',
  'contextRare',
  'contextBoth',
  'contextNames',
  'contextSame',
  'contextNear',
  'contextNext',
  'pronoun',
  'length',
  'headline',
  'lastWord',
  'firstWord',
  'quoted',
  'predicate',
  'predicateLexical',
  'predicateMissing',
  'argument',
  'predicateOfArgument',
  'noPredicate',
] as const;

const TYPES = ['who', 'what', 'when', 'where', 'why', 'how', 'how-many', 'yes-no', 'quote', 'topic'] as const;

/** A country or its people: in lower case no less a name, and one the story would have if it spoke of it. */
function isPlaceWord(lower: string): boolean {
  return placeKindOf(lower) === 'country' || isDemonym(lower);
}

/** 1 when the short answer is of the kind that is asked for, 0 when it is not, a half where any kind would do. */
function holdsWanted({ question }: Match, { sentence, tokens }: Unit, { from, to }: FoundSpan): number {
  const wants = wanted(question);
  if (wants === 0) return 0.5;
  const inside = tokens.filter(({ start, end }) => end > from && start < to);
  const lead = tokens.findLast(({ end }) => end <= from);
  const clues = readClues(sentence.text.slice(from, to), lead ? [lead, ...inside] : inside);
  return (clues & wants) === 0 ? 0 : 1;
}

/** Tokens to either side of a short answer that are still beside it. */
const BESIDE = 4;

/** How much of the question, by weight, is met in the short answer or right beside it. */
function metBeside({ terms, weight }: Match, unit: Unit, { from, to }: FoundSpan): number {
  const first = unit.tokens.findIndex(({ end }) => end > from);
  const last = unit.tokens.findLastIndex(({ start }) => start < to);
  const beside = new Set(
    unit.words.filter((_, i) => {
      const place = unit.places[i] ?? -1;
      return place >= first - BESIDE && place <= last + BESIDE;
    }),
  );
  const met = (term: Match['terms'][number]): boolean =>
    (term.exact !== undefined && beside.has(term.exact.id)) ||
    [term.form, term.synonym, term.spelling].some((kind) => [...kind.keys()].some((id) => beside.has(id))) ||
    [...term.vector].some(([id, cosine]) => cosine >= ALIKE && beside.has(id));
  return terms.reduce((sum, term) => sum + (met(term) ? term.weight : 0), 0) / weight;
}

/** The cosine from which two words mean nearly the same. */
const ALIKE = 0.7;

/** What tells whether the best sentence answers the question, by name. */
export function confidenceFeatures(
  prepared: Prepared,
  match: Match,
  { ranked, names }: Ranking,
  span: FoundSpan | undefined,
): Readonly<Record<string, number>> {
  const [top, second] = ranked;
  const features: Record<string, number> = {};
  const of = (name: string): number => top?.features[names.indexOf(name)] ?? 0;
  for (const name of TELLING) features[name] = of(name);
  const share = (test: (term: Match['terms'][number]) => boolean): number =>
    match.terms.reduce((sum, term) => sum + (test(term) ? term.weight : 0), 0) / match.weight;
  const absent = (term: Match['terms'][number]): boolean => !term.best.some((strength) => strength >= 0.5);
  const all = ranked.reduce((sum, one) => sum + Math.exp(one.score - (top?.score ?? 0)), 0);
  const focus = match.terms.find((term) => term.stem === match.question.focus);
  Object.assign(features, {
    score: top?.score ?? 0,
    span: span?.score ?? 0,
    spanHolds: top && span ? holdsWanted(match, top.unit, span) : 0,
    spanBeside: top && span ? metBeside(match, top.unit, span) : 0,
    absentVerbs: share((term) => match.question.verbs.has(term.index) && absent(term)),
    noSpan: span ? 0 : 1,
    margin: top && second ? Math.abs(top.score - second.score) : 0,
    chance: all > 0 ? 1 / all : 0,
    absent: share(absent),
    absentNames: share((term) => term.proper && absent(term)),
    absentPlaces: match.terms.some((term) => absent(term) && isPlaceWord(term.lower)) ? 1 : 0,
    absentUnknown: share((term) => term.unknown && absent(term)),
    absentCount: match.terms.filter(absent).length / 3,
    absentFocus: focus && absent(focus) ? 1 : 0,
    heaviestMissing: match.terms.reduce(
      (most, term) => ((term.best[top?.unit.index ?? 0] ?? 0) < 0.5 ? Math.max(most, term.weight) : most),
      0,
    ),
    terms: Math.min(8, match.terms.length) / 4,
    oneTerm: match.terms.length === 1 ? 1 : 0,
    noTerm: match.terms.length === 0 ? 1 : 0,
    identity: match.question.identity ? 1 : 0,
    leaning: match.question.leaning ? 1 : 0,
    follows: match.previous ? 1 : 0,
    followsLeaning: match.previous && match.question.leaning ? 1 : 0,
    followsAnswered: match.previous?.answered ? 1 : 0,
    leaningAlone: !match.previous && match.question.leaning ? 1 : 0,
    spotOn: match.terms.length > 1 && of('missing') === 0 ? 1 : 0,
    storySize: Math.log(1 + prepared.units.length) / 4,
  });
  for (const type of TYPES) features[`type ${type}`] = match.question.type === type ? 1 : 0;
  for (const type of TYPES) features[`missing ${type}`] = match.question.type === type ? of('missing') : 0;
  return features;
}
