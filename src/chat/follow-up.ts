import { contentTerms } from '../language/terms.ts';
import { tokenize } from '../language/tokens.ts';

/** Words that begin a question which goes on from the last one. */
const GOES_ON =
  /^(?:and|but|so|or|then|also|what about|how about|why not|since when|by whom|with whom|for whom)\b/;
/** Words that stand for something said before. */
const POINTS_BACK =
  /\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|that|those|this|these|there|then|one|ones|else|others?|same|too|either|instead)\b/;
/** "There are", "is it true", "said that": the same words pointing nowhere. */
const POINTS_NOWHERE =
  /\bthere (?:is|are|was|were|be|been|will)\b|\b(?:is|are|was|were|will|be|been) there(?= |$)(?! too)|\b(?:is|was) it (?:true|likely|possible|clear|known)\b|\b(?:sa(?:y|ys|id)|claim(?:s|ed)?|told|think|thinks|believes?) that(?= \p{L})/gu;
/** "Which town?", "how many?": the rest of the question is in what came before. */
const LEFT_OUT = /^(?:which|what|whose|how) \p{L}+$/u;

/**
 * Whether a question is to be understood from the one before it in the conversation. One that stands on its
 * own is a change of subject and must not be bent towards what was last spoken of.
 */
export function isFollowUp(question: string): boolean {
  const words = question
    .slice(0, LOOKED_AT)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  if (GOES_ON.test(words) || LEFT_OUT.test(words)) return true;
  if (POINTS_BACK.test(words.replace(POINTS_NOWHERE, ' '))) return true;
  return contentTerms(tokenize(question.slice(0, LOOKED_AT))).length === 0;
}

const LOOKED_AT = 300;
