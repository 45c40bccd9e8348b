import { contentTerms } from '../language/terms.ts';
import { tokenize } from '../language/tokens.ts';

/** Words that begin a question which goes on from the last one. */
const GOES_ON =
  /^(?:and|but|so|or|then|also|what about|how about|why not|since when|by whom|with whom|for whom)\b/;
/** Persons spoken of, who can only be found in what was said before. */
const PERSON = /\b(?:he|she|they|him|her|them|his|hers|their|theirs)\b/;
/** Words that may stand for something said before, or for something in the question itself. */
const POINTER =
  /\b(?:it|its|that|those|this|these|there|then|one|ones|else|others?|same|too|either|instead)\b/;
/** "There are", "is it true", "said that": the same words pointing nowhere. */
const POINTS_NOWHERE =
  /\bthere (?:is|are|was|were|be|been|will)\b|\b(?:is|are|was|were|will|be|been) there(?= |$)(?! too)|\b(?:is|was) it (?:true|likely|possible|clear|known)\b|\b(?:sa(?:y|ys|id)|claim(?:s|ed)?|told|think|thinks|believes?) that(?= \p{L})/gu;
/** "Which town?", "how many?": the rest of the question is in what came before. */
const LEFT_OUT = /^(?:which|what|whose|how) \p{L}+$/u;

/**
 * Whether a question is to be understood from the one before it in the conversation: `must`, `may` when it
 * has words enough of its own to be understood alone as well, or `no`. One that stands on its own is a change
 * of subject and must not be bent towards what was last spoken of.
 */
export function followsUp(question: string): 'must' | 'may' | 'no' {
  const head = question.slice(0, LOOKED_AT);
  const words = head
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  const content = contentTerms(tokenize(head)).length;
  if (content === 0 || GOES_ON.test(words) || LEFT_OUT.test(words) || PERSON.test(words)) return 'must';
  if (!POINTER.test(words.replace(POINTS_NOWHERE, ' '))) return 'no';
  return content < 2 ? 'must' : 'may';
}

const LOOKED_AT = 300;
