import { type ReadNumber, readNumbers } from '../../language/numbers.ts';
import { citePart, type Sentence } from '../../story/article.ts';
import type { MovedNumber } from './changes.ts';
import type { Pair } from './pair-sentences.ts';

/** The numbers that stand in reworded sentences where others stood, each such change once. */
export function movedNumbers(altered: readonly Pair[]): readonly MovedNumber[] {
  const moved = new Map<string, MovedNumber>();
  for (const pair of altered) {
    for (const number of movedIn(pair)) {
      const key = [number.before.text, number.after.text, number.counts ?? ''].join('|').toLowerCase();
      if (!moved.has(key)) moved.set(key, number);
    }
  }
  return [...moved.values()];
}

interface Mention {
  readonly number: ReadNumber;
  readonly value: string;
  readonly counts: string | undefined;
}

function movedIn({ before, after }: Pair): readonly MovedNumber[] {
  const old = mentionsIn(before);
  const fresh = mentionsIn(after);
  dropEqual(old, fresh);
  const pairs = [
    ...takePairs(old, fresh, (a, b) => a.counts !== undefined && headOf(a.counts) === headOf(b.counts)),
    // What it counts was reworded too: the only one of its kind on either side is still the same number.
    ...(old.length === fresh.length ? takePairs(old, fresh, (a, b) => a.number.kind === b.number.kind) : []),
  ];
  return pairs
    .toSorted((a, b) => a[1].number.from - b[1].number.from)
    .map(([a, b]) => {
      const counts = b.counts ?? a.counts;
      return {
        before: citePart(before, a.number.from, a.number.to),
        after: citePart(after, b.number.from, b.number.to),
        ...(counts !== undefined && { counts }),
      };
    });
}

function mentionsIn(sentence: Sentence): Mention[] {
  return readNumbers(sentence).map((number) => ({
    number,
    value: sentence.text.slice(number.from, number.to).toLowerCase(),
    counts: number.counted && sentence.text.slice(number.counted.from, number.counted.to),
  }));
}

function dropEqual(old: Mention[], fresh: Mention[]): void {
  for (const mention of [...old]) {
    const same = fresh.findIndex(({ value }) => value === mention.value);
    if (same < 0) continue;
    fresh.splice(same, 1);
    old.splice(old.indexOf(mention), 1);
  }
}

function takePairs(
  old: Mention[],
  fresh: Mention[],
  belong: (a: Mention, b: Mention) => boolean,
): readonly (readonly [Mention, Mention])[] {
  const pairs: (readonly [Mention, Mention])[] = [];
  for (const mention of [...old]) {
    const at = fresh.findIndex(
      (other) => mention.number.kind === other.number.kind && belong(mention, other),
    );
    const partner = fresh[at];
    if (!partner) continue;
    pairs.push([mention, partner]);
    fresh.splice(at, 1);
    old.splice(old.indexOf(mention), 1);
  }
  return pairs;
}

/** "Russian troops near the border" and "troops": by the first noun phrase's last word, without its plural. */
function headOf(counts: string | undefined): string | undefined {
  const [phrase = ''] = counts?.toLowerCase().split(/\s(?:of|in|for|from|near|along|at|on|to)\s/u) ?? [];
  return phrase.match(/[\p{L}\p{N}]+$/u)?.[0].replace(/s$/u, '');
}
