import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { answerReply } from '../../src/chat/answer-reply.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { readArticle } from '../../src/chat/read-article.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type Article, type Cited, citePart, citeSentence, type Sentence } from '../../src/story/article.ts';
import { articleOf, MORNING } from '../support/stories.ts';

const STORY = `---
title: Ferry captain suspended after collision
url: https://times.example/ferry#top
published: 2026-10-30
---

The ferry Solveig struck a pier on Wednesday. Nobody was hurt, but forty passengers waited for hours in the rain.

Captain Ada Moe was suspended. “I never saw the pier,” Moe told the Times. “The fog came down like a wall. I would do the same again.”

She will be questioned next week.

ing the pier at eleven knots, according to the harbour log.
`;

const article = articleOf(STORY);
const sentence = (paragraph: number, number: number): Sentence => {
  const found = article.paragraphs[paragraph - 1]?.sentences[number - 1];
  if (!found) throw new Error(`there is no sentence ${paragraph}.${number}`);
  return found;
};
const cite = (paragraph: number, number: number): Cited => citeSentence(sentence(paragraph, number));
const part = (paragraph: number, number: number, words: string): Cited => {
  const at = sentence(paragraph, number).text.indexOf(words);
  return citePart(sentence(paragraph, number), at, at + words.length);
};

function reply(answer: Partial<Answer>, question = 'what happened?', of: Article = article): Reply {
  const latest = { number: 1, contentHash: '', seenAt: MORNING, article: of };
  return answerReply({
    story: { slug: of.slug, title: of.title, latest },
    reading: readArticle(of),
    question,
    answer: { kind: 'answer', confidence: 0.9, sentences: [], type: 'what', ...answer },
    actions: [],
  });
}
const shown = (answer: Partial<Answer>, question?: string) => plainText(reply(answer, question));

describe('the reply to a question', () => {
  test('is the sentence, its short answer strong, its citation linked to the passage', () => {
    const { blocks } = reply({ sentences: [cite(1, 2)], span: part(1, 2, 'forty passengers') });
    expect(blocks).toEqual([
      {
        kind: 'quote',
        content: [
          { kind: 'text', text: 'Nobody was hurt, but ' },
          { kind: 'strong', text: 'forty passengers' },
          { kind: 'text', text: ' waited for hours in the rain.' },
          { kind: 'text', text: ' ' },
          {
            kind: 'citation',
            cited: cite(1, 2),
            href: 'https://times.example/ferry#top:~:text=Nobody%20was%20hurt%2C%20but%20forty%20passengers%20waited%20for%20hours%20in%20the%20rain',
          },
        ],
      },
    ]);
  });

  test('shows the sentence before one that opens with a pronoun, with its own citation', () => {
    expect(shown({ sentences: [cite(3, 1)] })).toMatch(
      /I would do the same again\.” \[¶2\][^[]*\n\nShe will be questioned next week\. \[¶3\]/,
    );
  });

  test('joins sentences of one paragraph that follow each other under one citation', () => {
    expect(shown({ sentences: [cite(1, 2), cite(1, 1)] })).toBe(
      'The ferry Solveig struck a pier on Wednesday. Nobody was hurt, but forty passengers waited for hours in the rain. [¶1]',
    );
  });

  test('shows a sentence once that is both the context and the runner-up', () => {
    const story = articleOf('---\ntitle: Rain\n---\n\nThe mayor closed the pool. She blamed the rain.\n');
    const [before, best] = story.paragraphs[0]?.sentences ?? [];
    const sentences = [best, before].flatMap((each) => (each ? [citeSentence(each)] : []));
    expect(plainText(reply({ sentences }, 'why?', story))).toBe(
      'The mayor closed the pool. She blamed the rain. [¶1]',
    );
  });

  test('leaves out a runner-up that stands elsewhere', () => {
    expect(shown({ sentences: [cite(1, 2), cite(2, 1)] })).not.toContain('suspended');
  });

  test('to keywords shows further sentences that have them', () => {
    const text = shown({ type: 'topic', sentences: [cite(1, 1), cite(2, 2), cite(2, 1)] }, 'pier');
    expect(text).toContain('I never saw the pier');
    expect(text).not.toContain('suspended');
  });

  test('names who speaks when the words do not', () => {
    expect(shown({ sentences: [cite(2, 3)] })).toBe('“The fog came down like a wall. [¶2] — Ada Moe');
    expect(shown({ sentences: [cite(2, 2)] })).not.toContain('—');
  });

  test('says which day a “Wednesday” was', () => {
    expect(shown({ type: 'when', sentences: [cite(1, 1)] })).toMatch(/\n\nWednesday: 28 October 2026$/);
    expect(shown({ type: 'where', sentences: [cite(1, 1)] })).not.toContain('2026');
  });

  test('marks a sentence that the source cuts', () => {
    expect(cite(4, 1).damaged).toBe('start');
    const { blocks } = reply({ sentences: [cite(4, 1)] });
    expect(plainText(reply({ sentences: [cite(4, 1)] }))).toBe(
      '[…] ing the pier at eleven knots, according to the harbour log. [¶4]\n\nThis sentence is cut in the source.',
    );
    // A browser finds whole words only: the link leaves the half word out.
    expect(JSON.stringify(blocks)).toContain('#top:~:text=the%20pier%20at%20eleven');
  });

  test('without an answer says so first, labels the nearest, and lets no part of it stand out', () => {
    const unanswered = reply({ kind: 'unanswered', sentences: [cite(1, 1)], span: part(1, 1, 'a pier') });
    expect(unanswered.tone).toBe('unanswered');
    expect(plainText(unanswered)).toBe(
      'The story doesn’t say.\n\nThe nearest it comes:\n\nThe ferry Solveig struck a pier on Wednesday. [¶1]',
    );
    expect(JSON.stringify(unanswered.blocks.slice(1))).not.toContain('strong');
  });

  test('with nothing near says only that', () => {
    expect(shown({ kind: 'unanswered', sentences: [] })).toBe('The story doesn’t say.');
  });

  test('ignores a span that is not in the sentence, or is all of it', () => {
    const strong = (span: Cited) =>
      JSON.stringify(reply({ sentences: [cite(1, 1)], span }).blocks).includes('"strong"');
    expect(strong(part(1, 2, 'forty'))).toBe(false);
    expect(strong(cite(1, 1))).toBe(false);
    expect(strong({ ...part(1, 1, 'a pier'), start: -5 })).toBe(false);
  });
});
