import type { Story } from '../story/story.ts';
import type { Action } from './action.ts';
import { text } from './citing.ts';
import { usageOf } from './command-usage.ts';
import { type Command, commandsOf, type Surface } from './commands.ts';
import type { FactRow, Reply } from './reply.ts';
import type { Social } from './small-talk-meanings.ts';
import { storyRef } from './story-ref.ts';
import { wording } from './wording.ts';

/** One line back, and where to go from there. */
export function remark(
  about: Social | 'invite' | 'noted' | 'forgotten' | 'forgottenAll' | 'sorry',
  actions: readonly Action[],
): Reply {
  return { ...line(wording[about], actions), tone: about === 'sorry' ? 'refusal' : 'chat' };
}

/** A greeting returned: which story can be asked about, or how many. */
export function hello(story: Story | undefined, stories: number, actions: readonly Action[]): Reply {
  if (story) return { ...line(wording.helloStory(story.title), actions), story: storyRef(story) };
  return line(stories === 0 ? wording.noStories : wording.helloMany(stories), actions);
}

/** What the bot can do: how to ask, then the surface's commands. */
export function helpReply(surface: Surface, actions: readonly Action[]): Reply {
  return {
    tone: 'chat',
    blocks: [
      { kind: 'prose', content: [text(wording.help)] },
      { kind: 'facts', rows: commandsOf(surface).map((command) => commandRow(command, surface)) },
    ],
    actions,
  };
}

function commandRow(command: Command & { readonly name: string }, surface: Surface): FactRow {
  const label = `/${command.name} ${usageOf(command, surface)}`.trim();
  return { label, value: [text(command.description)] };
}

function line(words: string, actions: readonly Action[]): Reply {
  return { tone: 'chat', blocks: [{ kind: 'prose', content: [text(words)] }], actions };
}
