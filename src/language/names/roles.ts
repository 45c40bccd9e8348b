import { isDemonym, isPersonNoun, placeKindOf } from './gazetteer.ts';
import { isTitleCase, type Mention } from './mentions.ts';
import { EMPTY_HONORIFICS, HONORIFICS, RELATIONS, SUFFIXES, TITLE_STARTS } from './name-words.ts';
import type { Word } from './words.ts';

/** A phrase that says who somebody is: words `from` to `to` (exclusive) of the mention's sentence. */
interface Phrase {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** Said in passing ("Professor") up to said on purpose ("the chairman of the panel"). */
const WORTH = { honorific: 0, title: 1, relation: 2.5, phrase: 3 };
const LONGEST_ROLE = 22;
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'at',
  'for',
  'to',
  'in',
  'on',
  'with',
  'from',
  'and',
  '&',
  'the',
  'a',
  'an',
]);
const POSSESSIVES = /^(?:his|her|their|its|my|our)$/;
/** Verb forms that stand before a noun as adjectives do. */
const VERBAL =
  /^(?:acting|retired|elected|outgoing|incoming|leading|founding|visiting|managing|practi[sc]ing|ruling|appointed|disgraced|jailed|convicted|accused|alleged|deposed|ousted|exiled|presiding|aspiring|surviving|estranged|self-.+|.+-(?:winning|born|based|elected|leading|turned))$/;

/** What the text says somebody is, in its own words; "" when it does not say. */
export function roleOf(mentions: readonly Mention[]): string {
  let best: Phrase | undefined;
  const body = mentions.filter(({ sentence }) => sentence.paragraph > 0);
  for (const mention of body.length > 0 ? body : mentions) {
    if (isTitleCase(mention.sentence)) continue;
    for (const phrase of [after(mention), beforeComma(mention), copular(mention), before(mention)]) {
      if (phrase !== undefined && phrase.worth > (best?.worth ?? 0)) best = phrase;
    }
    if (best !== undefined && best.worth >= WORTH.phrase) break;
  }
  return best === undefined ? '' : textOf(best);
}

/** Every phrase the text has for somebody, in lower case: titles, relations and descriptions. */
export function descriptionsOf(mentions: readonly Mention[]): readonly string[] {
  return mentions.flatMap((mention) =>
    [after(mention), beforeComma(mention), copular(mention), before(mention)].flatMap((phrase) =>
      phrase === undefined ? [] : [textOf(phrase).toLowerCase()],
    ),
  );
}

function textOf({ mention, from, to }: Phrase): string {
  const start = mention.words[from]?.start ?? 0;
  return mention.sentence.text.slice(start, mention.words[to - 1]?.end ?? start);
}

/** "US Secretary of State Antony Blinken", "team member Rodaba Noori". */
function before(mention: Mention): Phrase | undefined {
  const { words, from } = mention;
  if (from === 0) return undefined;
  return phraseEndingAt(mention, words, from, true);
}

/** "Malaysia's Prime Minister, Najib Razak said", "their nine-month-old child, Gloria." */
function beforeComma(mention: Mention): Phrase | undefined {
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

function isHead(word: Word): boolean {
  if (word.pos === 'PUNCT' || word.folded.length < 2) return false;
  if (HONORIFICS.has(word.folded) || RELATIONS.has(word.folded)) return true;
  return isPersonNoun(word.folded) && /^(?:NOUN|PROPN|X)$/.test(word.pos) && !isPlural(word);
}

function isPlural(word: Word): boolean {
  return (
    /^(?:people|men|women|children|.+(?:men|women|people))$/.test(word.folded) ||
    (/[^s]s$/.test(word.folded) && isPersonNoun(word.folded.slice(0, -1)))
  );
}

function inNounPhrase(word: Word): boolean {
  return (
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(word.pos) ||
    LINKS.has(word.folded) ||
    /^['’]s?$/.test(word.text) ||
    word.text === '-' ||
    POSSESSIVES.test(word.folded)
  );
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

/** ", editor at large at the Saudi Gazette,", ", 19, a member of …,", "(the team's captain)". */
function after(mention: Mention): Phrase | undefined {
  const { words } = mention;
  let i = mention.to;
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
function copular(mention: Mention): Phrase | undefined {
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
