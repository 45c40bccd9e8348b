import { isPersonNoun } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { HONORIFICS, RELATIONS } from './name-words.ts';
import type { Word } from './words.ts';

/** A phrase that says who somebody is: words `from` to `to` (exclusive) of the mention's sentence. */
export interface Phrase {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** Said in passing ("Professor") up to said on purpose ("the chairman of the panel"). */
export const WORTH = { honorific: 0, title: 1, relation: 2.5, phrase: 3 };
/** Words; longer is a clause that only looks like a description. */
export const LONGEST_ROLE = 22;
const LINKS: ReadonlySet<string> = new Set('of at for to in on with from and & the a an'.split(' '));
export const POSSESSIVES = /^(?:his|her|their|its|my|our)$/;
/** Verb forms that stand before a noun as adjectives do. */
export const VERBAL =
  /^(?:acting|retired|elected|outgoing|incoming|leading|founding|visiting|managing|practi[sc]ing|ruling|appointed|disgraced|jailed|convicted|accused|alleged|deposed|ousted|exiled|presiding|aspiring|surviving|estranged|self-.+|.+-(?:winning|born|based|elected|leading|turned))$/;

/** Whether a word is a noun for one person: captain, wife, Senator. */
export function isHead(word: Word): boolean {
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

/** Whether a word may stand in a phrase that describes somebody, before or after its head. */
export function inNounPhrase(word: Word): boolean {
  return (
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(word.pos) ||
    LINKS.has(word.folded) ||
    /^['’]s?$/.test(word.text) ||
    word.text === '-' ||
    POSSESSIVES.test(word.folded)
  );
}
