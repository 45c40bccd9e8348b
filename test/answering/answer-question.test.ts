import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Context } from '../../src/answering/answer.ts';
import { answerQuestion, prepare } from '../../src/answering/answer-question.ts';
import { shippedWeights } from '../../src/answering/weights.ts';
import type { Article, Cited } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';

const file = 'content/us-russia-ukraine-crisis.md';
const { article } = parseArticle(readFileSync(file), { file });
if (!article) throw new Error(`${file} does not parse`);
const story = prepare(article);
const ask = (question: string, context?: Context): Answer => answerQuestion(story, question, context);
const top = (question: string): string => ask(question).sentences[0]?.text ?? '';

/** What the story has at a citation's place. */
function sliceOf(from: Article, { paragraph, start, end }: Cited): string {
  return (paragraph === 0 ? from.headline.text : from.body).slice(start, end);
}

describe('an answer', () => {
  it.each([
    ['how many troops does russia have at the border?', 'more than 100,000 troops'],
    ['who is psaki', 'press secretary Jen Psaki'],
    ['what did biden say about putin?', 'My guess is he will move in'],
    ['where do blinken and his hosts meet on wednesday', 'Kyiv'],
    ['when are the war games?', 'next month'],
    ['ukraine prepared for the worst', 'prepared for the worst'],
    ['what did psaki say about russian forces', 'swift, severe, and united response'],
  ])('to "%s" stands in the sentence with "%s"', (question, words) => {
    expect(top(question)).toContain(words);
  });

  it.each([
    ['ukrane prepared for the wurst', 'prepared for the worst'],
    ['what did bidden say about an invation', 'Biden'],
    ['who is pskai', 'Jen Psaki'],
  ])('sees through the misspelling in "%s"', (question, words) => {
    expect(top(question)).toContain(words);
  });

  it('is never a sentence that the source cuts when a whole one comes near', () => {
    expect(ask('what did bidden say about an invation').sentences[0]?.damaged).toBeUndefined();
    expect(ask('what did biden predict about russia').sentences[0]?.damaged).toBeUndefined();
  });

  it('is a sentence that the source cuts, marked as such, when nothing whole comes near', () => {
    expect(ask('who would pay dearly for a full-scale invasion?').sentences[0]?.damaged).toBe('start');
  });

  it('marks the short answer inside its first sentence', () => {
    const { sentences, span } = ask('when are the war games?');
    expect(span?.text).toMatch(/next month/);
    expect(sentences[0]?.text).toContain(span?.text);
  });

  it('introduces a person by role and name', () => {
    expect(ask('who is psaki').span?.text).toBe('White House press secretary Jen Psaki');
  });

  it('is surer of what the story says than of what it does not', () => {
    const said = ask('how many troops does russia have at the border?').confidence;
    expect(said).toBeGreaterThan(ask('what did zelensky tell blinken?').confidence);
    expect(said).toBeGreaterThan(ask('is germany sending weapons to kyiv').confidence);
  });

  it.each([
    'what did zelensky tell blinken?',
    'what sanctions would the us put on russian banks?',
    'did messi score?',
  ])('is withheld for "%s", with the nearest passage offered', (question) => {
    const { kind, sentences } = ask(question);
    expect(kind).toBe('unanswered');
    expect(sentences.length).toBeGreaterThan(0);
  });

  it('puts the sentence with the quoted words first', () => {
    expect(top('who said "it depends on what it does"')).toContain('it depends on what it does');
  });

  it('says it is an answer exactly when its confidence reaches the shipped threshold', () => {
    const { threshold } = shippedWeights().confidence;
    for (const question of ['who is psaki', 'who won?', 'belarus', 'why', 'what now for nato'])
      expect(ask(question).kind).toBe(ask(question).confidence >= threshold ? 'answer' : 'unanswered');
  });
});

describe('a follow-up', () => {
  it('keeps its subject', () => {
    const question = 'how many troops does russia have at the border?';
    const context = { question, answer: ask(question) };
    expect(ask('could that number double?', context).sentences[0]?.text).toContain('number could double');
  });

  it('that points at a number means the one just given, not the same word elsewhere', () => {
    const question = 'how many troops';
    const context = { question, answer: ask(question) };
    expect(ask('could that number grow?', context).sentences[0]?.text).toContain('number could double');
  });

  it('that stands on its own is answered as if asked first', () => {
    const question = 'when are the war games?';
    const context = { question, answer: ask(question) };
    expect(ask('who is jen psaki', context).sentences[0]?.text).toContain('Jen Psaki');
  });
});

describe('any text at all', () => {
  const hostile = [
    '',
    '   ',
    '?!…',
    'constructor',
    '__proto__',
    'toString valueOf hasOwnProperty',
    '\u0000\u001b[31m\u202e',
    '😀'.repeat(50_000),
    'ما الذي قاله بايدن؟',
    'a'.repeat(100_000),
    'who '.repeat(20_000),
    '"'.repeat(10_000),
  ];
  it.each(hostile.map((text) => [text.slice(0, 20), text]))('is just a question: %j', (_, text) => {
    const { kind, confidence } = ask(text);
    expect(['answer', 'unanswered']).toContain(kind);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('an empty question gets no sentence', () => {
    expect(ask(' ? ')).toMatchObject({ kind: 'unanswered', sentences: [], confidence: 0 });
  });

  const words = fc.constantFrom(
    'biden',
    'who',
    'troops',
    'said',
    'how',
    'many',
    'Kyiv',
    '“',
    '?',
    'it',
    'Friday',
    '100,000',
    'and',
  );
  const questions = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(words, { maxLength: 9 }).map((list) => list.join(' ')),
  );
  it('is answered in the story’s own words, at their place, at most five sentences, the span inside the first', () => {
    fc.assert(
      fc.property(questions, questions, (before, question) => {
        const first = ask(before);
        for (const answer of [first, ask(question, { question: before, answer: first })]) {
          expect(answer.sentences.length).toBeLessThanOrEqual(5);
          for (const cited of answer.sentences) expect(sliceOf(article, cited)).toBe(cited.text);
          const [best] = answer.sentences;
          if (!answer.span || !best) continue;
          expect(sliceOf(article, answer.span)).toBe(answer.span.text);
          expect(answer.span.start).toBeGreaterThanOrEqual(best.start);
          expect(answer.span.end).toBeLessThanOrEqual(best.end);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gets the same answer each time', () => {
    expect(ask('what will happen next?')).toEqual(ask('what will happen next?'));
  });
});

describe('a story of one sentence, or none to speak of', () => {
  it('is asked without harm', () => {
    const { article: tiny } = parseArticle('---\ntitle: A short day\n---\n\nNothing happened on Friday.\n', {
      file: 'tiny.md',
    });
    if (!tiny) throw new Error('does not parse');
    expect(answerQuestion(prepare(tiny), 'what happened on friday').sentences[0]?.text).toBe(
      'Nothing happened on Friday.',
    );
  });
});
