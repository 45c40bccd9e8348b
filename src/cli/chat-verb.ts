import { parseArgs } from 'node:util';
import type { Chat } from '../chat/chat.ts';
import { chatAbout, chatOf } from './chat-about.ts';
import { wrongUse } from './failure.ts';
import { locateStory } from './locate-story.ts';
import { openStories } from './open-library.ts';
import type { Verb, World } from './world.ts';

/** `chat [STORY]`: talks at the terminal; from a pipe, answers each line. */
export const chatVerb: Verb = async (args, world) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [name, ...others] = positionals;
  if (others.length > 0) throw wrongUse('chat takes one story; ask your questions when it has started');
  await converse(await chatOn(name, world), world);
  return 0;
};

/** Talks when the input is a terminal; otherwise answers line by line until it ends. */
export async function converse(chat: Chat, world: World): Promise<void> {
  const terminal = await world.terminal();
  if (world.input.isTTY) await terminal.talk(chat, world);
  else await terminal.answerLines(chat, world);
}

async function chatOn(name: string | undefined, world: World): Promise<Chat> {
  if (name === undefined) return chatOf(await openStories(world, { watch: true }), world);
  return chatAbout(await locateStory(name, world), world);
}
