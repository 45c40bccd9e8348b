import {
  type Command,
  type CommandId,
  type CommandValues,
  commandsOf,
  DEPTHS,
  type Surface,
} from './commands.ts';

/** A typed command, understood: which one, with what. */
export interface CommandLine {
  readonly id: CommandId;
  readonly values: CommandValues;
}

/**
 * Understands a typed command such as `/brief full` on a surface. The name may be shortened as long as only
 * one command begins so.
 * @param line without white space at its ends
 * @returns `unknown` with the name for a slash and a word that is no command; `undefined` for anything else
 */
export function readCommandLine(
  line: string,
  surface: Surface,
): CommandLine | { readonly unknown: string } | undefined {
  const [, first, rest = ''] = /^\/([a-z]{1,20})(?:\s+(.*))?$/isu.exec(line) ?? [];
  if (first === undefined) return undefined;
  const [, second = '', further = ''] = /^([a-z]{1,20})(?:\s+(.*))?$/isu.exec(rest) ?? [];
  const pair = commandsOf(surface).find((command) => command.name === `${first} ${second}`.toLowerCase());
  if (pair) return { id: pair.id, values: valuesOf(pair, further.trim()) };
  const command = commandCalled(first.toLowerCase(), surface);
  return command ? { id: command.id, values: valuesOf(command, rest.trim()) } : { unknown: first };
}

function commandCalled(name: string, surface: Surface): Command | undefined {
  const commands = commandsOf(surface);
  const exact = commands.find((command) => command.name === name);
  const beginning = commands.filter((command) => command.name.startsWith(name));
  return exact ?? (beginning.length === 1 ? beginning[0] : undefined);
}

/** A depth at either end is the depth; whatever else there is, is the question or the story. */
function valuesOf(command: Command, rest: string): CommandValues {
  const takes = (name: string) => command.arguments.some((argument) => argument.name === name);
  if (takes('question')) return { question: rest };
  if (!takes('depth')) return takes('story') && rest !== '' ? { story: rest } : {};
  const words = rest.split(/\s+/u).filter((word) => word !== '');
  const depth = DEPTHS.find(
    (name) => name === words.at(-1)?.toLowerCase() || name === words[0]?.toLowerCase(),
  );
  if (depth === undefined) return rest === '' ? {} : { story: rest };
  const others = words.at(-1)?.toLowerCase() === depth ? words.slice(0, -1) : words.slice(1);
  return { depth, ...(others.length > 0 && { story: others.join(' ') }) };
}
