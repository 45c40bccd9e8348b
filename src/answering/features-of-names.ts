import type { FeatureFamily } from './feature-family.ts';
import type { Match } from './match-question.ts';
import type { MatchedTerm } from './matched-term.ts';
import type { Prepared, Unit } from './prepared.ts';

/** Who speaks, who is named, and for whom a pronoun stands. */
export const nameFeatures: FeatureFamily = (_prepared: Prepared, match: Match, unit: Unit) => {
  const { question, terms } = match;
  const ids = new Set(terms.flatMap(idsOf));
  const said = question.type === 'quote' ? 1 : 0;
  const asked = terms.filter((term) => question.saidBy.includes(term.index));
  const about = terms.filter((term) => !question.saidBy.includes(term.index));
  const speaks = asked.length > 0 && asked.some((term) => idsOf(term).some((id) => unit.speakers.has(id)));
  const fresh = (kind: keyof Unit['named']): number =>
    [...unit.named[kind]].some((id) => !ids.has(id)) ? 1 : 0;
  const weightAbout = about.reduce((sum, term) => sum + term.weight, 0);
  return {
    speakerMatch: said * (speaks ? 1 : 0),
    speakerAnywhere: !said && asked.length > 0 && speaks ? 1 : 0,
    speakerOther: said * (asked.length > 0 && !speaks && unit.speakers.size > 0 ? 1 : 0),
    askedAbout:
      said && weightAbout > 0
        ? about.reduce((sum, term) => sum + term.weight * (term.best[unit.index] ?? 0), 0) / weightAbout
        : 0,
    speaksAbout:
      said && speaks && weightAbout > 0
        ? about.reduce((sum, term) => sum + term.weight * (term.best[unit.index] ?? 0), 0) / weightAbout
        : 0,
    carried: terms.reduce((sum, term) => sum + (carries(term, unit) ? term.weight : 0), 0) / match.weight,
    carriedInside:
      terms.reduce((sum, term) => sum + (standsFor(term, unit) ? term.weight : 0), 0) / match.weight,
    carriedSpeaker: said * (asked.some((term) => carries(term, unit)) ? 1 : 0),
    whoPerson: question.type === 'who' ? fresh('person') : 0,
    whoOrganisation: question.type === 'who' ? fresh('organisation') : 0,
    wherePlace: question.type === 'where' ? fresh('place') : 0,
    whereNone: question.type === 'where' && unit.named.place.size === 0 ? 1 : 0,
    whoNone:
      question.type === 'who' && unit.named.person.size === 0 && unit.named.organisation.size === 0 ? 1 : 0,
  };
};

function idsOf(term: MatchedTerm): number[] {
  return [...(term.exact ? [term.exact.id] : []), ...term.spelling.keys()];
}

/** Whether a pronoun anywhere in the sentence may stand for the name. */
function standsFor(term: MatchedTerm, unit: Unit): boolean {
  return (term.best[unit.index] ?? 0) < 0.5 && idsOf(term).some((id) => unit.echoed.has(id));
}

/** Whether the sentence speaks of a name by its opening pronoun only. */
function carries(term: MatchedTerm, unit: Unit): boolean {
  return (term.best[unit.index] ?? 0) < 0.5 && idsOf(term).some((id) => unit.antecedent.has(id));
}
