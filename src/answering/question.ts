import { type PartOfSpeech, tag } from '../language/tagger.ts';
import { contentTerms, type Term } from '../language/terms.ts';
import { tokenTags } from '../language/token-tags.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { QuestionType } from './answer.ts';

/** A question as it was read. */
export interface Question {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly terms: readonly Term[];
  readonly type: QuestionType;
  /** "Who is X" or a bare name: asks to introduce somebody or something. */
  readonly identity: boolean;
  /** Indexes of the tokens that say what is done: its verbs, auxiliaries apart. */
  readonly verbs: ReadonlySet<number>;
  /** Stem of the noun the answer must be one of ("which city", "how many troops"); "" when there is none. */
  readonly focus: string;
  /** Points back at what was said before: "he", "that", "and …", or next to no content of its own. */
  readonly leaning: boolean;
  /** Indexes of the tokens before a verb of saying: who is asked about in "what did X say about Y"; empty otherwise. */
  readonly saidBy: readonly number[];
  /** Words the asker put in quote marks. */
  readonly quoted: readonly string[];
}

/** Longer questions are read up to here: nobody types more, and the work stays bounded. */
const MAX_LENGTH = 600;

const HOW_MANY =
  /\bhow (?:many|much|big|large|long|far|old|often|tall|high|fast|deep|heavy|wide|strong|loud|small)\b|\bwhat (?:share|percentage|proportion|fraction|number|amount|age|score|size|price|cost)\b|\b(?:number|amount|percentage|share) of\b|\bwhat(?:'s| is| was| were| are)? the(?: \w+){0,3} (?:score|scoreline|price|cost|age|size|number|amount|temperature|speed|height|length|weight|population|turnout|toll|distance)\b|\bhow (?:big|large) (?:is|was)\b/;
const WHEN =
  /\bwhen\b|\b(?:what|which) (?:year|day|date|month|time|hour|century|week|decade)\b|\bhow soon\b|\bhow long ago\b/;
const WHERE =
  /\bwhere\b|\b(?:what|which) (?:city|country|town|place|state|village|island|region|location|venue|stadium|continent|river|street|building|area|hospital|airport|court)\b/;
const WHO =
  /\bwho(?:m|se|'s|s)?\b|\b(?:what|which) (?:person|player|man|woman|president|minister|leader|team|company|party|group|actor|actress|official|scientist|singer|author|writer|artist|athlete|coach)\b/;
const WHY =
  /\bwhy\b|\bhow come\b|\bwhat (?:caused|made|led|prompted|triggered|sparked)\b|\breasons?\b|\bcause of\b/;
const SAID =
  /\b(?:say|said|says|saying|tell|told|quote|quotes|quoted|comment|comments|commented|react|reaction|reacted|respond|responded|response|remark|remarks|claim|claimed|argue|argued|statement|words|describe|described|call|called|think|add|added|reply|replied|insist|insisted|warn|warned|promise|promised)\b/;
const YES_NO =
  /^(?:so |and |but |ok |then )?(?:is|are|was|were|did|does|do|can|could|will|would|has|have|had|should|any|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|may|might|must)\b/;
const LEANING =
  /\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|that|those|this|these|there|then|one|ones|else|other|others|same|again|before|after|instead)\b/;
const LEADING =
  /^(?:and|but|so|or|then|also|what about|how about|ok|really|why not|since when|by whom|with whom)\b/;

/** Reads a question: its words, what it asks for, and whether it leans on what came before. */
export function readQuestion(text: string): Question {
  const clipped = text.slice(0, MAX_LENGTH);
  const tokens = tokenize(clipped);
  const tags = tokenTags(tokens, tag(clipped));
  const terms = contentTerms(tokens).filter(({ index }) => !isFuture(tokens, tags, index));
  const lower = tokens
    .map((token) => token.lower)
    .join(' ')
    .replaceAll(" 's", "'s");
  const type = typeOf(lower);
  return {
    text: clipped,
    tokens,
    terms,
    type,
    identity: isIdentity(lower, terms, tokens, type),
    verbs: new Set(terms.flatMap(({ index }) => (tags[index] === 'VERB' ? [index] : []))),
    focus: focusOf(tokens, terms, tags),
    leaning: LEADING.test(lower) || LEANING.test(lower) || terms.length < 2,
    saidBy: saidBy(tokens),
    quoted: [...clipped.matchAll(/["“”]([^"“”]{4,200})["“”]/g)].map((match) => match[1] ?? ''),
  };
}

function typeOf(lower: string): QuestionType {
  if (
    /\bwhat\b|\bhow\b|\bquotes?\b|\breaction\b|\bcomments?\b|\bstatement\b/.test(lower) &&
    SAID.test(lower) &&
    !HOW_MANY.test(lower) &&
    !/^(?:who|when|where|why)\b/.test(lower)
  )
    return 'quote';
  if (HOW_MANY.test(lower)) return 'how-many';
  if (WHEN.test(lower)) return 'when';
  if (WHY.test(lower)) return 'why';
  if (WHERE.test(lower)) return 'where';
  if (WHO.test(lower)) return 'who';
  if (YES_NO.test(lower)) return 'yes-no';
  if (/\bhow\b/.test(lower)) return 'how';
  if (/\b(?:what|which|what's|whats)\b/.test(lower)) return 'what';
  return 'topic';
}

function isIdentity(
  lower: string,
  terms: readonly Term[],
  tokens: readonly Token[],
  type: QuestionType,
): boolean {
  if (
    /^(?:so |and |but )?(?:who|what)(?:'s| is| are| was| were|s) (?:the |a |an )?(?:[\p{L}.'-]+ ?){1,4}\??$/u.test(
      lower.replace(/ \?$/, ''),
    )
  )
    return lower.startsWith('who') || /^(?:so|and|but) who/.test(lower)
      ? terms.length <= 4
      : terms.length === 1;
  return (
    type === 'topic' &&
    terms.length > 0 &&
    terms.length <= 3 &&
    terms.every((term) => /^\p{Lu}/u.test(tokens[term.index]?.text ?? ''))
  );
}

/** "Is it going to rain": no going is asked about. */
function isFuture(tokens: readonly Token[], tags: readonly PartOfSpeech[], index: number): boolean {
  return tokens[index]?.lower === 'going' && tokens[index + 1]?.lower === 'to' && tags[index + 2] === 'VERB';
}

/** "which city" asks for a city; "how many russian troops died" for troops: the last of an unbroken run of nouns. */
function focusOf(tokens: readonly Token[], terms: readonly Term[], tags: readonly PartOfSpeech[]): string {
  const at = tokens.findIndex((token) => /^(?:what|which|many|much)$/.test(token.lower));
  if (at < 0) return '';
  const run: Term[] = [];
  for (const term of terms)
    if (term.index === at + 1 + run.length && (run.length === 0 || tags[term.index] !== 'VERB'))
      run.push(term);
  const counted = tokens[at]?.lower === 'many' || tokens[at]?.lower === 'much';
  return (counted ? run.at(-1) : run[0])?.stem ?? '';
}

function saidBy(tokens: readonly Token[]): readonly number[] {
  const verb = tokens.findIndex((token) => SAID.test(token.lower));
  const asked = tokens.findIndex((token) => /^(?:what|how|why|when|did|does)$/.test(token.lower));
  if (verb < 0) return [];
  return tokens.flatMap((_, i) => (i > asked && i < verb ? [i] : []));
}
