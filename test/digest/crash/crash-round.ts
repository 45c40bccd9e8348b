import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../../src/store/store.ts';
import { openCrashStore } from './open-crash-store.ts';
import { PlatformServer } from './platform-server.ts';
import { partsOf, subscribeWave } from './wave.ts';

export interface CrashRound {
  /** A database of its own, empty: a file or `postgres://…`. */
  readonly store: string;
  readonly workers: number;
  /** Digests of each platform. */
  readonly wave: number;
  readonly kills: number;
  readonly random: () => number;
}

/** What a round came to. `lost` and `doubled` are messages; both are to be none. */
export interface CrashResult {
  readonly deliveries: number;
  readonly kills: number;
  readonly faults: number;
  /** Where the platform can be asked: messages that did not come, or came twice. */
  readonly lost: number;
  readonly doubled: number;
  /** Where it cannot: those that did not come although the ledger does not call them uncertain, or came twice. */
  readonly lostUnasked: number;
  readonly doubledUnasked: number;
  readonly uncertain: number;
  /** Subscriptions that a process said it had made, and that are not there. */
  readonly forgotten: number;
  readonly made: number;
  /** What processes complained of. */
  readonly complaints: readonly string[];
}

const PATIENCE = 120_000;

/**
 * A wave of digests, to a platform that can be asked and to one that cannot, while processes are killed at random
 * times and started again; then the channels are compared with the ledger.
 */
export async function crashRound(round: CrashRound): Promise<CrashResult> {
  const platform = new PlatformServer(round.random);
  const url = await platform.start();
  const store = await openCrashStore(round.store);
  const made = new Set<string>();
  const complaints: string[] = [];
  const start = () => startWorker(round.store, url, made, complaints);
  const workers: Worker[] = [];
  try {
    await subscribeWave(store, round.wave);
    workers.push(...Array.from({ length: round.workers }, start));
    await Promise.all(workers.map(({ started }) => started));
    let kills = 0;
    while (kills < round.kills && !(await isOver(store, round.wave))) {
      await delay(20 + round.random() * 400);
      const victim = Math.floor(round.random() * workers.length);
      await workers[victim]?.kill();
      kills++;
      workers[victim] = start();
      // Some are killed while they start.
      if (round.random() < 0.8) await workers[victim]?.started;
    }
    const until = Date.now() + PATIENCE;
    while (!(await isOver(store, round.wave)) && Date.now() < until) await delay(100);
    await Promise.all(workers.map((worker) => worker.kill()));
    return { ...(await compare(store, platform, round.wave, made)), kills, complaints };
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await platform.stop();
    await store.close();
  }
}

interface Worker {
  /** Or dead. */
  readonly started: Promise<unknown>;
  kill(): Promise<void>;
}

function startWorker(store: string, url: string, made: Set<string>, complaints: string[]): Worker {
  const script = `${import.meta.dirname}/worker-process.ts`;
  const child: ChildProcess = spawn(process.execPath, [script, store, url], {
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

/** Whether the whole wave has come to its end. */
async function isOver(store: Store, wave: number): Promise<boolean> {
  const rows = await store.db.selectFrom('deliveries').select('state').execute();
  return (
    rows.length === 2 * wave && rows.every(({ state }) => ['sent', 'uncertain', 'failed'].includes(state))
  );
}

async function compare(store: Store, platform: PlatformServer, wave: number, made: ReadonlySet<string>) {
  const ledger = await store.db
    .selectFrom('deliveries')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
    .select(['deliveries.platform', 'deliveries.state', 'subscriptions.place'])
    .execute();
  const counts = new Map<string, number>();
  for (const { platform: where, channel, key } of platform.shown) {
    const message = `${where} ${channel} ${key.slice(key.indexOf('.') + 1)}`;
    counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  const uncertain = new Set(
    ledger.filter(({ state }) => state === 'uncertain').map((row) => `${row.platform} ${row.place}`),
  );
  const [lost, doubled] = [
    { discord: 0, slack: 0 },
    { discord: 0, slack: 0 },
  ];
  for (const where of ['discord', 'slack'] as const)
    for (let at = 0; at < wave; at++)
      for (let part = 0; part < partsOf(`C${at}`); part++) {
        const count = counts.get(`${where} C${at} ${part}`) ?? 0;
        if (count > 1) doubled[where]++;
        if (count === 0 && !uncertain.has(`${where} C${at}`)) lost[where]++;
      }
  // Where it can be asked, nothing is uncertain.
  const wronglyUncertain = [...uncertain].filter((place) => place.startsWith('discord')).length;
  const there = await store.db.selectFrom('subscriptions').select('id').execute();
  const ids = new Set(there.map(({ id }) => id));
  return {
    deliveries: ledger.length,
    faults: platform.faults,
    lost: lost.discord + wronglyUncertain,
    doubled: doubled.discord,
    lostUnasked: lost.slack,
    doubledUnasked: doubled.slack,
    uncertain: uncertain.size - wronglyUncertain,
    forgotten: [...made].filter((id) => !ids.has(id)).length,
    made: made.size,
  };
}
