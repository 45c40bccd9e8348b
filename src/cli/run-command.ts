import { getSystemErrorMap } from 'node:util';
import { Failure, oneLine, wrongUse } from './failure.ts';
import { USAGE } from './usage.ts';
import { type Verb, type World, write } from './world.ts';

/** The verbs; each is loaded when it is used, so that none pays for another. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  chat: async () => (await import('./chat-verb.ts')).chatVerb,
  brief: async () => (await import('./brief-verb.ts')).briefVerb,
  ask: async () => (await import('./ask-verb.ts')).askVerb,
  check: async () => (await import('./check-verb.ts')).checkVerb,
  start: async () => (await import('../main.ts')).startVerb,
  digest: async () => (await import('./digest-verb.ts')).digestVerb,
  discord: async () => (await import('../main.ts')).discordVerb,
  migrate: async () => (await import('./data-verbs.ts')).migrateVerb,
  backup: async () => (await import('./data-verbs.ts')).backupVerb,
  restore: async () => (await import('./data-verbs.ts')).restoreVerb,
  doctor: async () => (await import('../main.ts')).doctorVerb,
  slack: async () => (await import('../main.ts')).slackVerb,
  help: async () => help,
  version: async () => (await import('./version-verb.ts')).versionVerb,
};

/** Other names people try. */
const ALIASES: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-V': 'version',
  '-v': 'version',
};

/**
 * Runs the `backstory` command.
 * @param args what follows the command's name
 * @returns the exit code: 0 fine, 1 the thing asked for failed, 2 wrong use; failures are told on `errors`,
 *   a line each, never as a stack trace
 */
export async function runCommand(args: readonly string[], world: World): Promise<number> {
  try {
    const [given = 'chat', ...rest] = args;
    const name = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
    const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!load) throw wrongUse(`there is no verb "${given}"`);
    if (rest.includes('--help') || rest.includes('-h')) return await help([], world);
    return await (await load())(rest, world);
  } catch (error) {
    const { exitCode, lines } = asFailure(error);
    for (const line of lines) await write(world.errors, `${oneLine(line)}\n`);
    return exitCode;
  }
}

const help: Verb = async (_args, world) => {
  await write(world.output, USAGE);
  return 0;
};

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return new Failure(1, `backstory: ${String(error)}`);
  // node:util's parseArgs: an unknown option, a missing value.
  if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return wrongUse(error.message.split('. ')[0] ?? error.message);
  }
  return new Failure(1, `backstory: ${systemReason(error) ?? error.message}`);
}

/** "no such file or directory: stories/x.md" rather than "ENOENT: …, open '…'". */
function systemReason(error: Error): string | undefined {
  if (!('errno' in error) || typeof error.errno !== 'number') return undefined;
  const [, reason] = getSystemErrorMap().get(error.errno) ?? [];
  const path = 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
  return reason === undefined ? undefined : `${path}${reason}`;
}
