import type { SmallTalk } from './small-talk-meanings.ts';
import { PHRASES } from './small-talk-phrases.ts';

/** Understood small talk, and the words of it that might also be a keyword. */
export interface Recognised {
  readonly meaning: SmallTalk;
  readonly phrase: string;
}

/** Small talk is short; anything longer is a question. */
const LONGEST = 80;

/**
 * Understands what people type to a bot besides questions. Only a whole utterance is small talk: a greeting
 * or a "please" around it is allowed, a single further word ("who's involved in the talks?") makes it a
 * question. Whether the story itself has the word is for the caller to see to.
 */
export function recogniseSmallTalk(said: string): Recognised | undefined {
  if (said.length > LONGEST) return undefined;
  if (/^\s*\?+\s*$/.test(said)) return { meaning: { kind: 'help' }, phrase: '?' };
  for (const phrase of readings(normalised(said))) {
    const meaning = PHRASES.get(phrase);
    if (meaning) return { meaning, phrase };
  }
  return undefined;
}

/** Lower case, straight apostrophes, and nothing but words: "TL;DR!" is "tl dr". */
function normalised(said: string): string {
  return said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

const OPENING =
  /^(?:(?:hi|hey|hello|ok|okay|so|well|oh|um|and|now|yes|no|please|pls|backstory|bot|dear|great|thanks|just|quick|quickly) )/;
const CLOSING =
  / (?:please|pls|plz|thanks|thank you|backstory|bot|mate|now|then|again|there|everyone|all|for me)$/;
const REQUEST =
  /^(?:(?:can|could|would|will) you (?:please )?(?:(?:show|give|tell|get|send|list) (?:me |us )?)?|(?:show|give|tell|get|send|list) (?:me |us )?|i(?:'d| would) (?:like|love) (?:to see )?|i (?:want|need) (?:to see )?|let(?:'s| me| us) (?:see|have) |what are |what is |what's |who are |can i (?:see|get|have) )/;
const DETERMINER = /^(?:all the|all|the|a|an|any|some|your|its|this|that) /;
const ABOUT_THE_STORY =
  / (?:(?:of|in|from|about|on|for|to|behind) )?(?:the|this|that|your) (?:story|article|news|piece|text|report)$/;

/** The phrase as said, then with its wrapping taken off, piece by piece. */
function* readings(phrase: string): Generator<string> {
  yield phrase;
  for (const wrapping of [CLOSING, OPENING, ABOUT_THE_STORY, REQUEST, DETERMINER]) {
    // Twice: "ok thanks, …", "please now". More is no small talk.
    for (let times = 0; times < 2; times++) {
      const bare = phrase.replace(wrapping, '');
      if (bare === phrase || bare === '') break;
      phrase = bare;
      yield phrase;
    }
  }
}
