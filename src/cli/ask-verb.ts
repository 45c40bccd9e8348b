import { parseArgs } from 'node:util';
import { answerReply } from '../chat/answer-reply.ts';
import { readArticle } from '../chat/read-article.ts';
import type { Article } from '../story/article.ts';
import { wrongUse } from './failure.ts';
import { answerJson } from './json-output.ts';
import { locateStory } from './locate-story.ts';
import { storyOf } from './story-of.ts';
import { type Verb, type World, write } from './world.ts';

/** `ask STORY "QUESTION" [--json]`, `ask STORY --jsonl`. */
export const askVerb: Verb = async (args, world) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' } },
  });
  const [name, ...words] = positionals;
  if (name === undefined) throw wrongUse('ask needs a story');
  if (values.jsonl) {
    if (words.length > 0) throw wrongUse('with --jsonl the questions come from the input');
    const { askLines } = await import('./ask-lines.ts');
    return askLines(readArticle(await locateStory(name, world)), world);
  }
  if (words.length === 0) throw wrongUse('ask needs a question after the story');
  return askOnce(await locateStory(name, world), words.join(' '), values.json === true, world);
};

async function askOnce(article: Article, question: string, json: boolean, world: World): Promise<number> {
  if (json) {
    await write(world.output, `${JSON.stringify(answerJson(readArticle(article).answer(question)))}\n`);
    return 0;
  }
  const story = storyOf(article, world.now());
  const reading = readArticle(article);
  const answer = reading.answer(question);
  const reply = answerReply({ story, reading, question, answer, actions: [] });
  await write(world.output, `${(await world.terminal()).print({ ...reply, actions: [] }, world)}\n`);
  return 0;
}
