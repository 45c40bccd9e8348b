import { distance, leastDistance } from '../../language/edit-distance.ts';

/** Longer than any name: what is this long is no slip of the finger. */
const LONGEST = 40;

/** The names that somebody may have meant who mistyped one, likeliest first: at most two slips, one in a short name. */
export function nearest(typed: string, names: Iterable<string>): readonly string[] {
  const word = typed.trim().toLowerCase();
  if (word.length < 3 || word.length > LONGEST) return [];
  const most = word.length < 5 ? 1 : 2;
  const found: { readonly name: string; readonly slips: number }[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (Math.abs(lower.length - word.length) > most || leastDistance(word, lower) > most) continue;
    const slips = distance(word, lower);
    if (slips <= most) found.push({ name, slips });
  }
  return found.sort((a, b) => a.slips - b.slips).map(({ name }) => name);
}
