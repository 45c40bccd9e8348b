import { isPersonNoun, placeKindOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { RELATIONS, SUFFIXES } from './name-words.ts';
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

/** ", editor at large at the Saudi Gazette,", ", 19, a member of …,", "(the team's captain)". */
export function roleAfter(mention: Mention): Phrase | undefined {
  const { words } = mention;
  let i = mention.to;
  if (SUFFIXES.has(words[i]?.folded ?? '') && words[i]?.capital) i++;
  if (!/^(?:,|\(|—|–|-)$/.test(words[i]?.text ?? '')) return undefined;
  i++;
  for (let skips = 0; skips < 2; skips++) {
    const word = words[i];
    if (word === undefined) return undefined;
    const aside = /^\d{1,3}$/.test(word.text) || (SUFFIXES.has(word.folded) && word.capital);
    if (aside && words[i + 1]?.text === ',') i += 2;
  }
  return phraseStartingAt(mention, i, true);
}

/** "Psaki is the White House press secretary." */
export function roleInCopula(mention: Mention): Phrase | undefined {
  const { words } = mention;
  let i = mention.to;
  if (words[i]?.text === ',' && words[i + 1]?.folded === 'who') i += 2;
  else if (words[i]?.folded === 'who') i++;
  if (!/^(?:is|was|became|remains)$/.test(words[i]?.folded ?? '')) return undefined;
  if (!/^(?:a|an|the|his|her|their|its)$/.test(words[i + 1]?.folded ?? '')) return undefined;
  const phrase = phraseStartingAt(mention, i + 1, false);
  return phrase && { ...phrase, worth: WORTH.phrase - 0.2 };
}

function phraseStartingAt(mention: Mention, from: number, appositive: boolean): Phrase | undefined {
  const { words } = mention;
  const head = headAfter(words, from);
  if (head === undefined) return undefined;
  const behind = words[head + 1];
  // "Dalmia, the hotelier Keshav Suri" goes on to somebody else; so does "Marcos, his wife and their household".
  if (behind?.capital && behind.pos === 'PROPN') return undefined;
  if (
    appositive &&
    RELATIONS.has(words[head]?.folded ?? '') &&
    POSSESSIVES.test(words[from]?.folded ?? '') &&
    behind?.text !== ','
  )
    return undefined;
  const to = endOfPhrase(words, head + 1, from);
  if (to - from > LONGEST_ROLE) return undefined;
  const next = words[to];
  if (appositive && next !== undefined && !closesAside(words, to)) return undefined;
  // "Smith, Jones" and "Smith, Professor Jones" are lists.
  if (
    appositive &&
    words[from]?.capital &&
    words.slice(from, to).every((word) => word.capital) &&
    next?.pos === 'AUX'
  )
    return undefined;
  const relation = RELATIONS.has(words[head]?.folded ?? '');
  return { mention, from, to, worth: relation ? WORTH.relation : WORTH.phrase };
}

/** A comma, a clause or "accused of" may follow an aside; a verb says the phrase is a subject of its own. */
function closesAside(words: readonly Word[], to: number): boolean {
  const next = words[to];
  if (next === undefined || /^(?:[,.;:)—–-]|["”’]|who|whose|which|that)$/.test(next.text)) return true;
  return next.pos === 'VERB' && /(?:ed|ing|en|wn)$/.test(next.folded) && words[to + 1]?.pos === 'ADP';
}

/** The first noun that ends the phrase's beginning, when it is one for people. */
function headAfter(words: readonly Word[], from: number): number | undefined {
  for (let i = from; i < Math.min(from + 10, words.length); i++) {
    const word = words[i];
    const next = words[i + 1];
    if (word === undefined) return undefined;
    const fits =
      inNounPhrase(word) ||
      VERBAL.test(word.folded) ||
      (word.pos === 'VERB' &&
        i > from &&
        /(?:ed|ing)$/.test(word.folded) &&
        /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')) ||
      word.pos === 'ADV' ||
      word.pos === 'DET';
    if (
      !fits ||
      (i > from && /^(?:and|with|from)$/.test(word.folded) && !isPersonNoun(words[i - 1]?.folded ?? ''))
    )
      return undefined;
    if (i === from && /^(?:and|of|at|for|to|in|on|with|from)$/.test(word.folded)) return undefined;
    const goesOn =
      next !== undefined &&
      (/^(?:NOUN|PROPN|ADJ)$/.test(next.pos) || next.text === '-' || /^['’]s?$/.test(next.text));
    if (isHead(word) && !(goesOn && nounFollows(words, i + 1))) return i;
  }
  return undefined;
}

/** Whether the words from `i` go on to another noun for people: "police spokesman". */
function nounFollows(words: readonly Word[], i: number): boolean {
  for (let k = i; k < Math.min(i + 5, words.length); k++) {
    const word = words[k];
    if (
      word === undefined ||
      !(/^(?:NOUN|PROPN|ADJ)$/.test(word.pos) || word.text === '-' || /^['’]s?$/.test(word.text))
    )
      return false;
    if (isHead(word)) return true;
  }
  return false;
}

/** Where the phrase behind its head ends: at a verb, a clause or a comma that no place name crosses. */
function endOfPhrase(words: readonly Word[], i: number, from: number): number {
  let end = i;
  while (end < words.length && end - from <= LONGEST_ROLE) {
    const word = words[end];
    if (word === undefined) break;
    if (word.text === ',') {
      const region = words[end + 1];
      const next = words[end + 2];
      const place =
        region?.capital && placeKindOf(region.folded) !== undefined && words[end - 1]?.capital === true;
      if (!place || !(next === undefined || /^[,.)]$/.test(next.text))) break;
      end += 2;
      continue;
    }
    if (
      /^[.;:()!?“”"—–]$/.test(word.text) ||
      /^(?:who|whose|which|that|where|when|but|as|while|after|before|because)$/.test(word.folded)
    )
      break;
    if ((word.pos === 'VERB' || word.pos === 'AUX') && !VERBAL.test(word.folded)) break;
    end++;
  }
  return end;
}
