import { isDemonym, isPersonNoun, placeKindOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { EMPTY_HONORIFICS, HONORIFICS, RELATIONS, TITLE_STARTS } from './name-words.ts';
import {
  inNounPhrase,
  isHead,
  LONGEST_ROLE,
  type Phrase,
  POSSESSIVES,
  VERBAL,
  WORTH,
} from './role-phrase.ts';
import type { Word } from './words.ts';

/** "US Secretary of State Antony Blinken", "team member Rodaba Noori". */
export function roleBefore(mention: Mention): Phrase | undefined {
  const { words, from } = mention;
  if (from === 0) return undefined;
  return phraseEndingAt(mention, words, from, true);
}

/** "Malaysia's Prime Minister, Najib Razak said", "their nine-month-old child, Gloria." */
export function roleBeforeComma(mention: Mention): Phrase | undefined {
  const { words, from, to } = mention;
  if (words[from - 1]?.text !== ',') return undefined;
  const next = words[to];
  const closes =
    next === undefined ||
    /^[,.;]$/.test(next.text) ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    next.pos === 'ADV';
  if (!closes) return undefined;
  const phrase = phraseEndingAt(mention, words, from - 1, false);
  if (phrase === undefined || phrase.worth < WORTH.relation) return undefined;
  const first = words[phrase.from];
  const owned = words.slice(phrase.from, phrase.to).some((word) => /^['’]s?$/.test(word.text));
  const pointed =
    first !== undefined &&
    (/^(?:the|one|his|her|their|its|our|my)$/.test(first.folded) || owned || phrase.from === 0);
  return pointed ? phrase : undefined;
}

/** The phrase whose head, a noun for people, ends right before `end`, or is followed only by "of …" up to it. */
function phraseEndingAt(
  mention: Mention,
  words: readonly Word[],
  end: number,
  touching: boolean,
): Phrase | undefined {
  const head = headBefore(words, end, touching);
  if (head === undefined) return undefined;
  if (head === end - 1 && EMPTY_HONORIFICS.has(words[head]?.folded ?? '') && head > 0) {
    const inner = headBefore(words, head, true);
    return inner === undefined ? undefined : phraseEndingAt(mention, words, head, true);
  }
  let from = modifiersBefore(words, head);
  const first = words[from];
  if (
    first !== undefined &&
    words[from - 1]?.folded === 'and' &&
    isPersonNoun(words[from - 2]?.folded ?? '') &&
    /^(?:a|an)$/.test(first.folded) === false
  ) {
    from = modifiersBefore(words, from - 2);
  }
  const to = end;
  if (to - from > LONGEST_ROLE) return undefined;
  return { mention, from, to, worth: worthOf(words, from, to, head) };
}

function worthOf(words: readonly Word[], from: number, to: number, head: number): number {
  const all = words.slice(from, to);
  const word = words[head]?.folded ?? '';
  if (all.every((each) => EMPTY_HONORIFICS.has(each.folded))) return WORTH.honorific;
  if (RELATIONS.has(word) && all.length <= 3) return WORTH.relation;
  const bare = all.every(
    (each) => (HONORIFICS.has(each.folded) || TITLE_STARTS.has(each.folded)) && each.capital,
  );
  return bare || (all.length === 1 && HONORIFICS.has(word)) ? WORTH.title : WORTH.phrase;
}

/** The noun for people right before `end` (where the name begins, when `touching`), or one before "of the …" that leads up to it. */
function headBefore(words: readonly Word[], end: number, touching: boolean): number | undefined {
  const last = words[end - 1];
  if (last === undefined) return undefined;
  if (isHead(last)) return end - 1;
  if (isDemonym(last.folded) && words[end - 2]?.folded === 'one') return end - 1;
  if (!inNounPhrase(last) || (touching && !last.capital)) return undefined;
  for (let i = end - 2; i >= Math.max(0, end - 16); i--) {
    const word = words[i];
    if (word === undefined || !inNounPhrase(word)) return undefined;
    const next = words[i + 1];
    if (isHead(word) && next !== undefined && /^(?:of|at|for|to|in|on|with)$/.test(next.folded)) {
      return /^(?:at|in|with|on)$/.test(next.folded) && last.capital !== true ? undefined : i;
    }
  }
  return undefined;
}

/** Where the adjectives, nouns and owners before a head begin. */
function modifiersBefore(words: readonly Word[], head: number): number {
  let from = head;
  while (from > 0) {
    const word = words[from - 1];
    if (word === undefined) break;
    const fits =
      word.text === '-' ||
      /^['’]s?$/.test(word.text) ||
      POSSESSIVES.test(word.folded) ||
      (/^(?:NOUN|PROPN|ADJ)$/.test(word.pos) && !/^(?:more|other|such|last|next)$/.test(word.folded)) ||
      VERBAL.test(word.folded) ||
      /^(?:one|the|a|an)$/.test(word.folded) ||
      (word.capital && from - 1 > 0) ||
      isNameJoint(words, from - 1);
    if (
      !fits ||
      /^(?:yesterday|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        word.folded,
      )
    )
      break;
    from--;
    if (/^(?:the|a|an|one)$/.test(word.folded) || POSSESSIVES.test(word.folded)) {
      // "the country's" begins a phrase, but so may what owns it: no further.
      break;
    }
  }
  while (from < head && (/^['’]s?$/.test(words[from]?.text ?? '') || words[from]?.text === '-')) from++;
  return afterPlace(words, from, head);
}

/** "In Washington President Bush": what stands behind "in" is where, not who. */
function afterPlace(words: readonly Word[], from: number, head: number): number {
  if (!/^(?:in|at|near)$/.test(words[from - 1]?.folded ?? '')) return from;
  for (const to of [from + 1, from + 2]) {
    const name = words.slice(from, to).map((word) => word.folded);
    if (to <= head && placeKindOf(name.join(' ')) !== undefined) return to;
  }
  return from;
}

/** "of" and "and" inside a capitalised name: the Ministry of Defence spokesman. */
function isNameJoint(words: readonly Word[], i: number): boolean {
  return (
    /^(?:of|and|&)$/.test(words[i]?.folded ?? '') &&
    words[i - 1]?.capital === true &&
    words[i + 1]?.capital === true &&
    words[i]?.folded !== 'and'
  );
}
