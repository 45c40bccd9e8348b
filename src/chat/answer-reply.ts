import type { Answer } from '../answering/answer.ts';
import type { Article, Cited, Sentence } from '../story/article.ts';
import { citeSentence } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import type { Action } from './action.ts';
import { citation, citedWords, markedWords, paragraphOf, sentenceOf, text } from './citing.ts';
import { longDate, saysItself } from './dates.ts';
import type { Reading } from './reading.ts';
import type { Block, Inline, Reply } from './reply.ts';
import { storyRef } from './story-ref.ts';
import { wording } from './wording.ts';

/** What an answer's reply is made from. */
export interface Answered {
  readonly story: Story;
  readonly reading: Reading;
  readonly question: string;
  readonly answer: Answer;
  /** Offered under it, before "Not helpful". */
  readonly actions: readonly Action[];
}

/**
 * The reply to a question: the sentence that answers it, its short answer strong, with what a reader needs to
 * understand it (who "he" is, who speaks, which day "Friday" is). An unanswered question is told so first, and
 * the nearest passage is labelled as that.
 */
export function answerReply({ story, reading, question, answer, actions }: Answered): Reply {
  const answered = answer.kind === 'answer';
  const passages = passagesOf(reading, answer, question);
  const intro: readonly Block[] = answered ? [] : [strongLine(wording.unanswered)];
  const label: readonly Block[] = answered || passages.length === 0 ? [] : [note(wording.nearest)];
  return {
    tone: answered ? 'answer' : 'unanswered',
    story: storyRef(story),
    blocks: [...intro, ...label, ...passages, ...notesOf(reading, answer)],
    actions: [
      ...actions,
      {
        label: wording.unhelpful,
        intent: { kind: 'unhelpful', story: story.slug, questionType: answer.type },
      },
    ],
  };
}

function strongLine(words: string): Block {
  return { kind: 'prose', content: [{ kind: 'strong', text: words }] };
}

function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
}

/** The quote blocks: the context the best sentence needs, the sentence, and others that help. */
function passagesOf(reading: Reading, answer: Answer, question: string): readonly Block[] {
  const { article } = reading;
  const [best] = answer.sentences;
  if (best === undefined) return [];
  const context = contextFor(article, best);
  const alongside = answer.kind === 'answer' ? helpful(article, answer, best, question) : [];
  const shown = inReadingOrder([...context, best, ...alongside]);
  // The nearest passage answers nothing: no part of it may look as if it did.
  const span = answer.kind === 'answer' ? answer.span : undefined;
  return runs(shown).map((run) => {
    const speaker = speakerOf(reading, run);
    return {
      kind: 'quote',
      content: runWords(article, run, span),
      ...(speaker !== '' && { speaker }),
    };
  });
}

/** Each sentence once: the one before the best may also be its runner-up. */
function inReadingOrder(sentences: readonly Cited[]): readonly Cited[] {
  const byPlace = new Map(sentences.map((cited) => [`${cited.paragraph}.${cited.sentence}`, cited]));
  return [...byPlace.values()].toSorted((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}

const OPENS_WITH_PRONOUN =
  /^[\s"'“‘(]*(?:(?:And|But|So|Yet|Then|Still|However|Meanwhile|Also),?\s)?(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|both|such|there|neither)\b/iu;

/** The sentence before, when the best one opens with a word that points back to it. */
function contextFor(article: Article, best: Cited): readonly Cited[] {
  if (best.paragraph === 0 || best.damaged === 'start' || !OPENS_WITH_PRONOUN.test(best.text)) return [];
  const before = sentenceBefore(article, best);
  return before ? [citeSentence(before)] : [];
}

function sentenceBefore(article: Article, cited: Cited): Sentence | undefined {
  const inParagraph = paragraphOf(article, cited.paragraph)?.sentences[cited.sentence - 2];
  if (inParagraph || cited.paragraph < 2) return inParagraph;
  return paragraphOf(article, cited.paragraph - 1)?.sentences.at(-1);
}

const MOST_FOR_TOPIC = 3;

/**
 * Further sentences worth showing: for keywords, others that hold one of them; for a question, the runner-up
 * when it stands right beside the best and so is the same thought.
 */
function helpful(article: Article, answer: Answer, best: Cited, question: string): readonly Cited[] {
  const others = answer.sentences.slice(1).filter((other) => other.damaged === undefined);
  if (answer.type === 'topic') {
    const keys = keywordsOf(question);
    return others
      .filter((other) => keys.some((key) => other.text.toLowerCase().includes(key)))
      .slice(0, MOST_FOR_TOPIC - 1);
  }
  const [second] = others;
  const beside =
    second !== undefined &&
    second.paragraph === best.paragraph &&
    Math.abs(second.sentence - best.sentence) === 1 &&
    sentenceOf(article, second) !== undefined;
  return beside ? [second] : [];
}

/** Beginnings of the words asked for: "sanctions" is found in "sanctioned". */
function keywordsOf(question: string): readonly string[] {
  const words =
    question
      .slice(0, 200)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.map((word) => word.slice(0, 6));
}

/** Sentences of one paragraph that follow each other, together. */
function runs(shown: readonly Cited[]): readonly (readonly Cited[])[] {
  const groups: Cited[][] = [];
  for (const cited of shown) {
    const last = groups.at(-1)?.at(-1);
    const goesOn = last && last.paragraph === cited.paragraph && cited.sentence === last.sentence + 1;
    if (goesOn) groups.at(-1)?.push(cited);
    else groups.push([cited]);
  }
  return groups;
}

/** A run's words with one citation at its end, to the sentence that has the short answer if it is there. */
function runWords(article: Article, run: readonly Cited[], span: Cited | undefined): Inline {
  const holder = run.find(
    (cited) =>
      span && span.start >= cited.start && span.end <= cited.end && span.paragraph === cited.paragraph,
  );
  const cited = holder ?? run[0];
  if (cited === undefined) return [];
  if (run.length === 1) return citedWords(article, cited, span);
  const words = run.flatMap((sentence, at) => [
    ...(at > 0 ? [text(' ')] : []),
    ...markedWords(sentence, span),
  ]);
  return [...words, text(' '), citation(article, cited)];
}

/** Who says it, when the words are a quote that does not name its speaker itself. */
function speakerOf(reading: Reading, run: readonly Cited[]): string {
  const [first] = run;
  if (first === undefined || !/^\s*[“"‘']/.test(first.text)) return '';
  const said = run.map((cited) => cited.text).join(' ');
  const quote = reading
    .brief('short')
    .facts.quotes.find(
      ({ paragraph, start, end }) => paragraph === first.paragraph && start < first.end && end > first.start,
    );
  const surname = quote?.speaker.split(' ').at(-1) ?? '';
  return quote !== undefined && surname !== '' && !said.includes(surname) ? quote.speaker : '';
}

function notesOf(reading: Reading, answer: Answer): readonly Block[] {
  const [best] = answer.sentences;
  if (best === undefined) return [];
  const cut = best.damaged === undefined ? [] : [note(wording.cutSentence)];
  return [...cut, ...dateNotes(reading, answer, best)];
}

const MAY_BE_DATE =
  /day|night|week|month|year|morrow|spring|summer|autumn|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ago/i;

/** Which day a "Wednesday" was: for a question of when, or when the short answer is the date. */
function dateNotes(reading: Reading, answer: Answer, best: Cited): readonly Block[] {
  const { span } = answer;
  // Finding dates costs a brief; most answers can do without.
  if (answer.type !== 'when' && !(span && MAY_BE_DATE.test(span.text))) return [];
  const dates = reading.brief('short').facts.dates.filter(({ text: written, date, ...at }) => {
    const inside = at.paragraph === best.paragraph && at.start >= best.start && at.end <= best.end;
    const inSpan = span !== undefined && at.start < span.end && at.end > span.start;
    return date !== undefined && inside && (answer.type === 'when' || inSpan) && !saysItself(written, date);
  });
  return dates.map(({ text: written, date = '' }) => note(wording.dateNote(written, longDate(date))));
}
