import { CLUE } from './clues.ts';
import type { FeatureFamily } from './feature-family.ts';
import { neighbour } from './features-of-match.ts';
import { wanted } from './wanted.ts';

/** Where the sentence stands, how long it is, and whether it stands on its own feet. */
export const placeFeatures: FeatureFamily = (prepared, match, unit) => {
  const { sentence, words } = unit;
  const pronoun = (unit.clues & CLUE.pronounFirst) === 0 ? 0 : 1;
  const before = neighbour(prepared, unit, -1);
  const metBefore = before
    ? match.terms.reduce((sum, term) => sum + (term.proper ? (term.best[before.index] ?? 0) : 0), 0)
    : 0;
  const lead = sentence.paragraph === 1 && sentence.sentence === 1 ? 1 : 0;
  const wants = wanted(match.question);
  // Questions in everyday words ("what happened?") meet little anywhere: the story's first sentences answer most.
  const unmet = 1 - Math.min(1, match.rareCoverage.most);
  const ledIn = prepared.units[unit.index - 1]?.sentence.text.endsWith(':') ?? false;
  return {
    length: Math.log(1 + words.length) / 3,
    tiny: words.length < 4 ? 1 : 0,
    position: unit.index / Math.max(1, prepared.units.length),
    opening: sentence.paragraph > 0 && sentence.sentence === 1 ? 1 : 0,
    lead,
    leadUnmet: lead * unmet,
    leadKind: lead * ((wants & unit.clues) === 0 ? 0 : 1),
    earlyUnmet: unmet / (1 + unit.index),
    askedFew: 1 / (1 + match.terms.length),
    askedUnmet: unmet,
    headline: sentence.paragraph === 0 && sentence.sentence === 1 ? 1 : 0,
    standfirst: sentence.paragraph === 0 && sentence.sentence > 1 ? 1 : 0,
    damaged: sentence.damaged ? 1 : 0,
    pronoun,
    pronounCarries: pronoun * Math.min(1, metBefore),
    leadIn: sentence.text.endsWith(':') ? 1 : 0,
    afterLeadIn: ledIn
      ? match.terms.reduce((sum, term) => sum + term.weight * (term.best[unit.index - 1] ?? 0), 0) /
        match.weight
      : 0,
    connective: (unit.clues & CLUE.connectiveFirst) === 0 ? 0 : 1,
  };
};
