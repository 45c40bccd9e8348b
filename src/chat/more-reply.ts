import { citeSentence } from '../story/article.ts';
import { citation, markedWords, paragraphOf, text } from './citing.ts';
import type { Desk } from './desk.ts';
import type { Block, Reply } from './reply.ts';
import { storyRef } from './story-ref.ts';
import { suggestions } from './suggestions.ts';

/**
 * More of what was last answered: the paragraph it came from and the ones on either side, whole. `undefined`
 * when the bot's last word was no answer, or the story has changed since.
 */
export function moreReply(desk: Desk): Reply | undefined {
  const { last, turns } = desk.notes.conversation;
  const turn = last === 'answer' ? turns.at(-1) : undefined;
  const [best] = turn?.answer.sentences ?? [];
  const story = turn && desk.shelf.get(turn.story);
  if (!turn || !best || !story || story.latest.number !== turn.version) return undefined;
  const reading = desk.read(story);
  const { article } = reading;
  const middle = Math.max(best.paragraph, 2);
  const blocks = [middle - 1, middle, middle + 1].flatMap((number): readonly Block[] => {
    const paragraph = paragraphOf(article, number);
    const [first] = paragraph?.sentences ?? [];
    if (!paragraph || !first) return [];
    const words = paragraph.sentences.flatMap((sentence, index) => [
      ...(index > 0 ? [text(' ')] : []),
      ...markedWords(citeSentence(sentence)),
    ]);
    return [{ kind: 'quote', content: [...words, text(' '), citation(article, citeSentence(first))] }];
  });
  return { tone: 'listing', story: storyRef(story), blocks, actions: suggestions(desk, story) };
}
