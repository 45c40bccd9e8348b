import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/backstory.mjs', import.meta.url));

/** What a process said, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Starts the real command on a data folder, with no platform to connect to. @param shell what runs "$@" instead */
export function startBackstory(data: string, args: readonly string[], shell?: string): ChildProcess {
  const command = [process.execPath, ENTRY, ...args];
  const [program = '', ...rest] = shell === undefined ? command : ['sh', '-c', shell, 'sh', ...command];
  return spawn(program, rest, {
    env: { PATH: process.env['PATH'], BACKSTORY_DATA: data, BACKSTORY_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs it to its end. */
export async function runBackstory(data: string, args: readonly string[], shell?: string): Promise<Ran> {
  const child = startBackstory(data, args, shell);
  const ended = once(child, 'exit');
  const [said, complained] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
  ]);
  const [code] = await ended;
  return { code, said, complained };
}
