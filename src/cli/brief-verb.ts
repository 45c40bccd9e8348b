import { parseArgs } from 'node:util';
import type { Depth } from '../briefing/brief.ts';
import { makeBrief } from '../briefing/make-brief.ts';
import { briefReply } from '../chat/brief-reply.ts';
import { DEPTHS } from '../chat/command-arguments.ts';
import { readArticle } from '../chat/read-article.ts';
import { wrongUse } from './failure.ts';
import { briefJson } from './json-output.ts';
import { locateStory } from './locate-story.ts';
import { storyOf } from './story-of.ts';
import { type Verb, write } from './world.ts';

/** `brief STORY [--depth line|short|full] [--json]`. */
export const briefVerb: Verb = async (args, world) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { depth: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [name, ...others] = positionals;
  if (name === undefined) throw wrongUse('brief needs a story');
  if (others.length > 0) throw wrongUse('brief takes one story');
  const depth = readDepth(values.depth ?? 'short');
  const article = await locateStory(name, world);
  if (values.json) {
    await write(world.output, `${JSON.stringify(briefJson(makeBrief(article, depth)))}\n`);
    return 0;
  }
  const reply = briefReply(storyOf(article, world.now()), readArticle(article), depth);
  await write(world.output, `${(await world.terminal()).print({ ...reply, actions: [] }, world)}\n`);
  return 0;
};

function readDepth(given: string): Depth {
  const depth = DEPTHS.find((known) => known === given);
  if (depth === undefined) throw wrongUse(`there is no depth "${given}": use ${DEPTHS.join(', ')}`);
  return depth;
}
