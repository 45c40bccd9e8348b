import type { Answer } from '../../../src/answering/answer.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { DigestDesk } from '../../../src/chat/digest-desk.ts';
import type { Reading, Shelf } from '../../../src/chat/reading.ts';
import { type Article, citeSentence, sentencesOf } from '../../../src/story/article.ts';
import { parseArticle } from '../../../src/story/parse-article.ts';
import type { Story } from '../../../src/story/story.ts';

const HARBOUR = `---
title: Harbour reopens after storm
source: Coast Courier
url: https://example.org/harbour
published: 2026-11-20
---
The harbour of Westhaven reopened on Friday after a storm closed it for three days.

Harbour master Ines Vogt said 14 ships had waited outside. "We have never seen waves like these," she said.

The ferry to Osterby sails again on Monday, the company said.
`;

const ORCHARD = `---
title: Orchard <!channel> wins *prize*
slug: orchard
---
The orchard & farm of <b>Maple Hill</b> won a prize of $5,000 on Tuesday.

Its owner, Tom Reed, will plant 200 trees.
`;

/**
 * The chat core on two small stories, with an engine simple enough to foresee: the sentence that shares most
 * words with the question, and its predecessor's words when it begins with "and".
 */
export function newsroom(files: readonly string[] = [HARBOUR], digests?: DigestDesk): Chat {
  const stories = files.map((file, index): Story => {
    const { article, problems } = parseArticle(file, { file: `story-${index}.md` });
    if (!article) throw new Error(problems.map(({ what }) => what).join());
    const latest = { number: 1, contentHash: String(index), seenAt: 0, article };
    return { slug: article.slug, title: article.title, latest };
  });
  const shelf: Shelf = {
    all: () => stories,
    get: (slug) => stories.find((story) => story.slug === slug),
    search: (words) =>
      stories.filter(({ title }) => wordsOf(title).some((word) => wordsOf(words).includes(word))),
    versions: (slug) => stories.filter((story) => story.slug === slug).map(({ latest }) => latest),
  };
  return createChat({ stories: shelf, read: simpleReading, ...(digests && { digests }) });
}

/** Two stories: the second has a title and text full of Slack's control sequences. */
export function twoStories(): Chat {
  return newsroom([HARBOUR, ORCHARD]);
}

/** A story as long as given. */
export function longStory(sentences: number): Chat {
  const paragraphs = Array.from(
    { length: sentences },
    (_, at) => `Sentence number ${at} tells of the sea & <sky>.`,
  );
  return newsroom([`---\ntitle: Long\n---\n${paragraphs.join('\n\n')}\n`]);
}

function simpleReading(article: Article): Reading {
  const sentences = sentencesOf(article).map(citeSentence);
  const body = sentences.filter(({ paragraph }) => paragraph > 0);
  const counts = { line: 1, short: 3, full: body.length };
  return {
    article,
    brief: (depth) => ({
      title: article.title,
      depth,
      summary: body.slice(0, counts[depth]),
      facts: {
        people: [],
        quotes: [],
        places: [],
        organisations: [],
        dates: [],
        numbers: [],
        timeline: [],
      },
    }),
    answer(question, context): Answer {
      const before = /^and\b/i.test(question) ? wordsOf(context?.question ?? '') : [];
      const asked = new Set([...wordsOf(question), ...before]);
      const scored = body
        .map((sentence) => ({
          sentence,
          score: wordsOf(sentence.text).filter((word) => asked.has(word)).length,
        }))
        .toSorted((a, b) => b.score - a.score);
      const kind = (scored[0]?.score ?? 0) > 0 ? 'answer' : 'unanswered';
      return {
        kind,
        confidence: kind === 'answer' ? 0.9 : 0.1,
        type: 'what',
        sentences: scored.slice(0, 3).map(({ sentence }) => sentence),
      };
    },
    suggestions: (limit) =>
      ['Who is the harbour master?', 'How many ships waited outside the harbour of Westhaven?'].slice(
        0,
        limit,
      ),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? [];
}
