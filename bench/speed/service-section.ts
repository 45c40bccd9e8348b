import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Report, Section } from './report.ts';
import { summarise } from './stopwatch.ts';

const command = join(import.meta.dirname, '../../src/backstory.mjs');

/** ms on the clock, ms of processor time: other work on the machine matters less there. */
interface Start {
  readonly took: number;
  readonly busy: number;
}

/** Nothing listens on port 1: both platforms are switched on, their code is loaded, and neither is reached. */
const BOTH_PLATFORMS = {
  DISCORD_TOKEN: 'bench.bench.bench',
  DISCORD_API_URL: 'http://127.0.0.1:1/api',
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: 'bench',
  SLACK_API_URL: 'http://127.0.0.1:1/api/',
};
/** Milliseconds after which a service that nobody asks anything is idle. */
const IDLE_AFTER = 10_000;
const LOOK_EVERY = 20;
const PATIENCE = 60_000;

/** The service as a process: how long until it may be sent work, and its memory when nobody asks anything. */
export const serviceSection: Section = {
  name: 'service',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
    try {
      const starts: Start[] = [];
      for (let run = 0; run < (quick ? 2 : 5); run++) {
        const { child, url, took } = await start(join(folder, `start-${run}`), {});
        starts.push({ took, busy: (await metric(url, 'process_cpu_seconds_total')) * 1000 });
        await stop(child);
      }
      const embedded = await idleMemory(join(folder, 'embedded'), {});
      const both = await idleMemory(join(folder, 'both'), BOTH_PLATFORMS);
      return report(starts, embedded, both);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function idleMemory(folder: string, env: Readonly<Record<string, string>>): Promise<number> {
  const { child, url } = await start(folder, env);
  await delay(IDLE_AFTER);
  const bytes = await metric(url, 'process_resident_memory_bytes');
  await stop(child);
  return bytes / 2 ** 20;
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

async function start(folder: string, env: Readonly<Record<string, string>>) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [command, 'start', '--no-chat'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      // As the Dockerfile and the systemd unit have it.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      BACKSTORY_PORT: String(port),
      BACKSTORY_DATA: folder,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() - began > PATIENCE) {
      child.kill('SIGKILL');
      throw new Error('the service did not become ready');
    }
    await delay(LOOK_EVERY);
  }
  return { child, url, took: performance.now() - began };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function report(starts: readonly Start[], embedded: number, both: number): Report {
  const { median, p99, runs } = summarise(starts.map(({ took }) => took));
  const busy = summarise(starts.map((one) => one.busy)).median;
  return {
    tables: [
      {
        title: 'From the start of the process to ready, embedded store, the page only',
        columns: ['median ms', 'p99 ms', 'runs', 'busy ms'],
        rows: [{ name: 'backstory start', cells: [median, p99, runs, busy] }],
      },
      {
        title: 'Memory of an idle service, resident',
        columns: ['MB'],
        rows: [
          { name: 'the page only', cells: [embedded] },
          { name: 'Discord and Slack switched on', cells: [both] },
        ],
      },
    ],
    goals: [
      { what: 'start to ready, embedded', measured: median, atMost: 2500, unit: 'ms' },
      { what: 'idle memory, all adapters loaded', measured: both, atMost: 200, unit: 'MB' },
    ],
  };
}
