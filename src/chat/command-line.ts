import { BRIEFS } from './command-arguments.ts';
import type { CommandValues } from './command-intent.ts';
import { type Command, type CommandId, commandsOf, type Surface } from './commands.ts';
import type { DigestVerb } from './digest-intent.ts';
import { digestWord } from './digest-words.ts';

/** A typed command, understood: which one, with what. */
export interface CommandLine {
  readonly id: CommandId;
  readonly values: CommandValues;
}

type NamedCommand = Command & { readonly name: string };

/**
 * Understands a typed command such as `/brief full` on a surface. The name may be shortened as long as only
 * one command begins so. `/digest` alone lists, and with anything but what to do after it subscribes; where none
 * can be sent both preview, and what else can be done is understood all the same.
 * @param line without white space at its ends
 * @returns `unknown` with the name for a slash and a word that is no command; `undefined` for anything else
 */
export function readCommandLine(
  line: string,
  surface: Surface,
): CommandLine | { readonly unknown: string } | undefined {
  const [, first, rest = ''] = /^\/([a-z]{1,20})(?:\s+(.*))?$/isu.exec(line) ?? [];
  if (first === undefined) return undefined;
  const name = first.toLowerCase();
  const commands = commandsOf(surface);
  if (name === 'digest') return digestLine(rest.trim(), commands);
  const [, second = '', further = ''] = /^([a-z]{1,20})(?:\s+(.*))?$/isu.exec(rest) ?? [];
  const pair = commands.find((command) => command.name === `${name} ${second.toLowerCase()}`);
  if (pair) return { id: pair.id, values: valuesOf(pair, further.trim()) };
  const command = commandCalled(name, commands);
  if (command?.id.startsWith('digest ')) return digestLine(rest.trim(), commands);
  return command ? { id: command.id, values: valuesOf(command, rest.trim()) } : { unknown: first };
}

function commandCalled(name: string, commands: readonly NamedCommand[]): Command | undefined {
  const exact = commands.find((command) => command.name === name);
  const beginning = commands.filter((command) => command.name.startsWith(name));
  return exact ?? (beginning.length === 1 ? beginning[0] : undefined);
}

function digestLine(rest: string, commands: readonly NamedCommand[]): CommandLine {
  const said = digestWord(rest);
  if (said?.verb === 'help') return { id: 'help', values: {} };
  if (said) return { id: `digest ${said.verb}`, values: digestValues(said.verb, said.rest) };
  const canSubscribe = commands.some(({ id }) => id === 'digest subscribe');
  const verb = !canSubscribe ? 'preview' : rest === '' ? 'list' : 'subscribe';
  return { id: `digest ${verb}`, values: digestValues(verb, rest) };
}

function digestValues(verb: DigestVerb, rest: string): CommandValues {
  return verb === 'change' ? changeValues(rest) : placeAndText(rest);
}

function valuesOf(command: Command, rest: string): CommandValues {
  const takes = (name: string) => command.arguments.some((argument) => argument.name === name);
  if (takes('question')) return { question: rest };
  if (takes('depth')) return briefValues(rest);
  return takes('story') && rest !== '' ? { story: rest } : {};
}

/** A depth at either end is the depth; whatever else there is, is the story. */
function briefValues(rest: string): CommandValues {
  const words = rest.split(/\s+/u).filter((word) => word !== '');
  const depth = BRIEFS.find(
    (name) => name === words.at(-1)?.toLowerCase() || name === words[0]?.toLowerCase(),
  );
  if (depth === undefined) return rest === '' ? {} : { story: rest };
  const others = words.at(-1)?.toLowerCase() === depth ? words.slice(0, -1) : words.slice(1);
  return { depth, ...(others.length > 0 && { story: others.join(' ') }) };
}

const CHANNEL = /(?<=^|\s)(?:(?:in|into|to|for)\s+)?#([^\s,;#]{1,100})(?=$|\s)/iu;
const ME = /^(?:(?:to|for)\s+)?(?:me|dm|my\s+dm)(?=\s|$)|(?:^|\s)(?:(?:to|for|in)\s+)?(?:me|dm|my\s+dm)$/iu;

const IN_CHANNEL = /(?<=^|\s)in\s+#([^\s,;#]{1,100})(?=$|\s)/iu;

/** "in #news" says which digest is meant, any other channel and "me" where it is to go. */
function changeValues(rest: string): CommandValues {
  const [given = '', from] = IN_CHANNEL.exec(rest) ?? [];
  const values = placeAndText(from === undefined ? rest : rest.replace(given, ' ').trim());
  return { ...values, ...(from !== undefined && { from: `#${from}` }) };
}

/** A channel anywhere and "me" at either end say where; the rest is for the digests to read. */
function placeAndText(rest: string): CommandValues {
  const [given, channel] = CHANNEL.exec(rest) ?? [];
  const me = channel === undefined && ME.test(rest);
  const text = (channel === undefined ? rest.replace(ME, '') : rest.replace(given ?? '', ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return {
    ...(channel !== undefined && { channel: `#${channel}` }),
    ...(me && { me }),
    ...(text !== '' && { text }),
  };
}
