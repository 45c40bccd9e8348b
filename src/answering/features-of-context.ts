import type { FeatureFamily } from './feature-family.ts';
import type { Match } from './match-question.ts';
import { pointsAt } from './point-back.ts';
import { cosine } from './vector-sum.ts';
import { wanted } from './wanted.ts';

const NONE = {
  contextWords: 0,
  contextNames: 0,
  contextRare: 0,
  contextBoth: 0,
  contextAnswer: 0,
  contextSame: 0,
  contextSameBare: 0,
  contextNext: 0,
  contextNear: 0,
  contextParagraph: 0,
  followBest: 0,
  followFewNear: 0,
  followFewSame: 0,
  followMeaning: 0,
  pointsHere: 0,
  pointsNext: 0,
  holdsSame: 0,
  holdsNear: 0,
  lacksSame: 0,
  wonderSame: 0,
};

/** What a follow-up inherits: the words of the question before and the neighbourhood of its answer. */
export const contextFeatures: FeatureFamily = (prepared, match, unit) => {
  const { previous } = match;
  if (!previous) return NONE;
  // A question that stands on its own is a change of subject more often than not.
  const lean = match.question.leaning ? 1 : 0.3;
  const last = previous.unit === undefined ? undefined : prepared.units[previous.unit];
  const distance = last ? unit.index - last.index : 99;
  const best =
    match.terms.reduce((sum, term) => sum + term.weight * (term.best[unit.index] ?? 0), 0) / match.weight;
  const wants = wanted(match.question);
  const holds = (wants & unit.clues) !== 0;
  const points = last !== undefined && match.terms.some((term) => pointsAt(match.question, term, last));
  const shared = last ? [...unit.counts.keys()].filter((id) => last.counts.has(id)) : [];
  const sharedWeight = shared.reduce((sum, id) => sum + (prepared.vocabulary.words[id]?.weight ?? 0), 0);
  return {
    contextWords: lean * inherited(match, unit.index, false),
    contextNames: lean * inherited(match, unit.index, true),
    contextRare: lean * (previous.match.rareCoverage.of[unit.index] ?? 0),
    contextBoth:
      lean * (previous.match.rareCoverage.of[unit.index] ?? 0) * (match.rareCoverage.of[unit.index] ?? 0),
    contextAnswer: distance === 0 ? 0 : lean * Math.min(1, sharedWeight / 3),
    contextSame: distance === 0 ? lean : 0,
    contextSameBare: distance === 0 && match.terms.length < 2 ? 1 : 0,
    contextNext: distance === 1 ? lean : 0,
    contextNear: lean / (1 + Math.abs(distance)),
    contextParagraph: last?.sentence.paragraph === unit.sentence.paragraph && distance !== 0 ? lean : 0,
    followBest: best,
    followFewNear: match.terms.length < 2 ? 1 / (1 + Math.abs(distance)) : 0,
    followFewSame: match.terms.length < 3 && distance === 0 ? 1 : 0,
    followMeaning: cosine(previous.match.vector, unit.vector) * lean,
    pointsHere: distance === 0 && points ? 1 : 0,
    pointsNext: distance === 1 && points ? 1 : 0,
    holdsSame: distance === 0 && holds ? lean : 0,
    holdsNear: distance !== 0 && holds ? lean / Math.abs(distance) : 0,
    lacksSame: distance === 0 && wants !== 0 && !holds ? 1 : 0,
    wonderSame: distance === 0 && match.question.type === 'yes-no' ? lean : 0,
  };
};

/** How much of the earlier questions' content stands in a sentence, the farther back the less. */
function inherited(match: Match, at: number, namesOnly: boolean): number {
  let sum = 0;
  let scale = 1;
  for (let { previous } = match; previous && scale > 0.2; previous = previous.match.previous, scale /= 2) {
    const terms = previous.match.terms.filter((term) => !namesOnly || term.proper);
    for (const term of terms) sum += (scale * term.weight * (term.best[at] ?? 0)) / previous.match.weight;
  }
  return sum;
}
