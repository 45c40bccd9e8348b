import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Door } from './crash-ground.ts';

/** A process that delivers digests. */
export interface Worker {
  /** Resolves when it is at work, or dead. */
  readonly started: Promise<unknown>;
  kill(): Promise<void>;
}

/**
 * Starts one.
 * @param made is told which subscriptions it says it has made @param complaints gets whatever else it says
 */
export function startWorker(store: string, door: Door, made: Set<string>, complaints: string[]): Worker {
  const script = `${import.meta.dirname}/worker-process.ts`;
  const child: ChildProcess = spawn(process.execPath, [script, store, JSON.stringify(door)], {
    // As the command does: most of a process that is killed soon would be compiling.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const started = new Promise<void>((resolve) => {
    if (!child.stdout || !child.stderr) throw new Error('a worker without pipes');
    createInterface(child.stderr).on('line', (line) => complaints.push(line));
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('made ')) made.add(line.slice(5));
      else if (line === 'started') resolve();
      else complaints.push(line);
    });
  });
  return {
    started: Promise.race([started, gone]),
    kill() {
      child.kill('SIGKILL');
      return gone;
    },
  };
}
