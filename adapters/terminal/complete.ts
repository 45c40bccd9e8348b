import type { Chat } from '../../src/chat/chat.ts';
import type { Argument } from '../../src/chat/command-arguments.ts';
import { commandsOf } from '../../src/chat/commands.ts';
import type { StoryRef } from '../../src/chat/reply.ts';
import { safeText } from './safe-text.ts';

/**
 * What Tab offers for a line: command names, then their arguments; otherwise answerable questions that begin
 * with what was typed. Each is a whole line.
 */
export function completions(
  chat: Chat,
  story: StoryRef['slug'] | undefined,
  line: string,
): readonly string[] {
  const commands = commandsOf('terminal');
  const command = commands.find(({ name }) => line.startsWith(`/${name} `));
  if (command) {
    const typed = line.slice(command.name.length + 2).trimStart();
    return command.arguments
      .flatMap((argument) => values(chat, argument, typed))
      .map((value) => `/${command.name} ${value}`);
  }
  const candidates = line.startsWith('/')
    ? commands.map(({ name, arguments: takes }) => (takes.length > 0 ? `/${name} ` : `/${name}`))
    : chat.questions(story, line).map(safeText);
  return candidates.filter((candidate) => candidate.toLowerCase().startsWith(line.toLowerCase()));
}

function values(chat: Chat, { name, choices }: Argument, typed: string): readonly string[] {
  const all = choices ?? (name === 'story' ? chat.stories(typed).map(({ slug }) => slug) : []);
  return all.filter((value) => value.startsWith(typed));
}
