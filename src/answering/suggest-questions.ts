import { findNames } from '../language/names/find-names.ts';
import { readNames } from '../language/names/read-names.ts';
import { roleOf } from '../language/names/roles.ts';
import { readQuotes } from '../language/quotes/read-quotes.ts';
import type { Context } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import type { Prepared } from './prepared.ts';

/** Longest suggestion: what a button's label holds on every platform. */
const LONGEST = 75;
/** A suggestion must be answered with this much more confidence than an answer needs. */
const SURE = 0.6;

/** A question the story answers. */
interface Suggestion {
  readonly question: string;
  /** The question as `key` makes it. */
  readonly key: string;
  /** The names in it. */
  readonly subjects: readonly string[];
}

const cache = new WeakMap<Prepared, readonly Suggestion[]>();

/**
 * Questions the story answers, to be offered as buttons: each was asked of the engine, which answered it. At
 * most 75 characters each. With a context, what was just asked is left out and the answer's people come first.
 */
export function suggestQuestions(prepared: Prepared, limit: number, context?: Context): readonly string[] {
  const asked = new Set<string>();
  for (let at = context; at; at = at.before) asked.add(key(at.question));
  const near = context?.answer.sentences[0]?.text ?? '';
  const open = answered(prepared).filter((each) => !asked.has(each.key));
  const related: string[] = [];
  const others: string[] = [];
  for (const { question, subjects } of open) {
    (subjects.some((word) => near.includes(word)) ? related : others).push(question);
  }
  return [...related, ...others].slice(0, limit);
}

function answered(prepared: Prepared): readonly Suggestion[] {
  const known = cache.get(prepared);
  if (known) return known;
  const all = interleave(candidates(prepared))
    .filter((question) => isAnswered(prepared, question))
    .map((question) => ({ question, key: key(question), subjects: subjectsOf(question) }));
  cache.set(prepared, all);
  return all;
}

/** Kinds of suggestion, each in story order. */
function candidates(prepared: Prepared): readonly (readonly string[])[] {
  const { article } = prepared;
  const people = readNames(article).filter(({ type }) => type === 'person');
  const speakers = new Set(readQuotes(article).flatMap(({ speaker }) => (speaker ? [speaker.name] : [])));
  const counted = prepared.units.flatMap(({ sentence }) => countedThings(sentence.text));
  const said = [...speakers].map((name) => `What did ${name} say?`);
  const who = people.filter(({ mentions }) => roleOf(mentions) !== '').map(({ name }) => `Who is ${name}?`);
  const places = findNames(article)
    .filter(({ type }) => type === 'organisation')
    .map(({ name }) => `What about ${name}?`);
  return [said, who, counted.map((things) => `How many ${things}?`), places].map((list) =>
    [...new Set(list)].filter(({ length }) => length <= LONGEST),
  );
}

/** "100,000 troops", "two referendums": what a story counts, for "How many …?". */
function countedThings(text: string): string[] {
  const found = text.matchAll(
    /(?<![\w$€£,.–-])(?:\d{2,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of)(?: more| other| new)? ([a-z]{4,20}s|people|men|women|children)\b(?! (?:ago|later|earlier|old|before|after))/g,
  );
  return [...found].map((match) => match[1] ?? '').filter((things) => !TIMES.test(things));
}

const TIMES =
  /^(?:sides|ways|parts|things|others|steps|seconds|minutes|hours|days|weeks|months|years|decades|miles|metres|kilometres|points|times|percent|others|goals|dollars|euros|pounds|degrees|inches|yards|rounds)$/;

function interleave(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

function isAnswered(prepared: Prepared, question: string): boolean {
  const { kind, confidence } = answerQuestion(prepared, question);
  return kind === 'answer' && confidence >= SURE;
}

function key(question: string): string {
  return question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function subjectsOf(question: string): string[] {
  return question.match(/(?<= )\p{Lu}[\p{L}.'’-]+/gu) ?? [];
}
