import type { FeatureFamily } from './feature-family.ts';
import type { Unit } from './prepared.ts';

/** Whether the question's words stand together and in order in the sentence. */
export const orderFeatures: FeatureFamily = (_prepared, match, unit) => {
  const spots = match.terms.map((term) =>
    spotsOf(term.exact?.id, [...term.form.keys(), ...term.spelling.keys(), ...term.synonym.keys()], unit),
  );
  const met = spots.filter((list) => list.length > 0);
  const text = unit.sentence.text.toLowerCase();
  const { quoted } = match.question;
  return {
    bigrams: match.terms.length > 1 ? pairs(spots) / (match.terms.length - 1) : 0,
    window: met.length > 1 ? met.length / (met.length + narrowest(met) / 3) : 0,
    sequence: match.terms.length > 1 ? longestSequence(spots) / match.terms.length : 0,
    quoted: quoted.length > 0 && quoted.some((words) => text.includes(words.toLowerCase().trim())) ? 1 : 0,
    firstWord: (spots[0]?.length ?? 0) > 0 ? 1 : 0,
    lastWord: (spots.at(-1)?.length ?? 0) > 0 ? 1 : 0,
  };
};

/** Places among the sentence's content words where a term is met. */
function spotsOf(exact: number | undefined, others: readonly number[], unit: Unit): readonly number[] {
  const ids = new Set(exact === undefined ? others : [exact]);
  return ids.size === 0 ? [] : unit.words.flatMap((word, spot) => (ids.has(word) ? [spot] : []));
}

/** Neighbours in the question that are neighbours in the sentence. */
function pairs(spots: readonly (readonly number[])[]): number {
  let found = 0;
  for (let i = 1; i < spots.length; i++) {
    const before = spots[i - 1] ?? [];
    if ((spots[i] ?? []).some((spot) => before.some((other) => Math.abs(spot - other) === 1))) found++;
  }
  return found;
}

/** How far apart the met terms stand at their closest, judged from each spot of the first. */
function narrowest(met: readonly (readonly number[])[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const anchor of met[0] ?? []) {
    let [low, high] = [anchor, anchor];
    for (const list of met.slice(1)) {
      const nearest = list.reduce(
        (a, b) => (Math.abs(b - anchor) < Math.abs(a - anchor) ? b : a),
        list[0] ?? anchor,
      );
      low = Math.min(low, nearest);
      high = Math.max(high, nearest);
    }
    best = Math.min(best, high - low);
  }
  return Math.min(best, 60);
}

/** Longest run of terms met in the question's order (greedy: each at its first spot after the last). */
function longestSequence(spots: readonly (readonly number[])[]): number {
  let longest = 0;
  for (let start = 0; start < spots.length; start++) {
    let last = -1;
    let length = 0;
    for (const list of spots.slice(start)) {
      const next = list.find((spot) => spot > last);
      if (next === undefined) continue;
      last = next;
      length++;
    }
    longest = Math.max(longest, length);
  }
  return longest;
}
