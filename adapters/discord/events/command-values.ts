import type { ChatInputCommandInteraction } from 'discord.js';
import { BRIEFS } from '../../../src/chat/command-arguments.ts';
import type { CommandValues } from '../../../src/chat/command-intent.ts';
import { type Command, commandsOf } from '../../../src/chat/commands.ts';
import { WHEN_UNCHANGED } from '../../../src/chat/digest-intent.ts';

/** The command of the table that was used; `undefined` for one of another age. */
export function usedCommand({ commandName, options }: ChatInputCommandInteraction): Command | undefined {
  const name = [commandName, options.getSubcommand(false) ?? []].flat().join(' ');
  return commandsOf('discord').find((known) => known.name === name);
}

/** What was given with a command, by the table's names. */
export function commandValues({ options }: ChatInputCommandInteraction): CommandValues {
  const given = (name: string): string | undefined => options.getString(name) ?? undefined;
  const values = {
    question: given('question'),
    story: given('story'),
    depth: BRIEFS.find((known) => known === given('depth')),
    time: given('time'),
    days: given('days'),
    zone: given('zone'),
    quiet: given('quiet'),
    unchanged: WHEN_UNCHANGED.find((known) => known === given('unchanged')),
    channel: options.getChannel('channel')?.id,
    me: options.getBoolean('me') ?? undefined,
    digest: given('digest'),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
