import { setTimeout as delay } from 'node:timers/promises';
import { CUT_OFF } from '../../../src/digest/deliver.ts';
import type { DeliveryState } from '../../../src/digest/delivery.ts';
import type { Store } from '../../../src/store/store.ts';
import type { CrashGround, GroundKind } from './crash-ground.ts';
import { startWorker, type Worker } from './crash-worker.ts';
import { openCrashStore } from './open-crash-store.ts';
import { partsOf, partsSeen, subscribeWave } from './wave.ts';

export interface CrashRound {
  readonly ground: GroundKind;
  /** A database of its own, empty: a file or `postgres://…`. */
  readonly store: string;
  readonly workers: number;
  /** Digests of each platform. */
  readonly wave: number;
  readonly kills: number;
  readonly random: () => number;
}

/** What a round came to. */
export interface CrashResult {
  /** Digests that were due, and rows of the ledger. */
  readonly due: number;
  readonly deliveries: number;
  readonly kills: number;
  readonly faults: number;
  /** Parts of digests that nobody sees and that the ledger does not call uncertain, and those seen twice. */
  readonly lost: number;
  readonly doubled: number;
  /** Digests of which nobody knows, where the platform cannot be asked; and where it can. */
  readonly uncertain: number;
  /** Of both: those that were on their way when their process was killed; of the others the platform kept silent. */
  readonly cutOff: number;
  readonly needlesslyUncertain: number;
  /** Rows of the ledger that have come to no end: they were given up waiting for. */
  readonly unended: number;
  /** Rows that ended without having been sent and do not say why. */
  readonly unexplained: number;
  /** Rows that ended as failed, missed or skipped: nothing in a round gives cause for it. */
  readonly givenUp: number;
  /** Subscriptions that a process said it had made; and those of them that are not there. */
  readonly made: number;
  readonly forgotten: number;
  /** What processes complained of. */
  readonly complaints: readonly string[];
}

const PATIENCE = 120_000;
const ENDS: ReadonlySet<string> = new Set<DeliveryState>([
  'sent',
  'uncertain',
  'failed',
  'missed',
  'skipped',
]);

/**
 * A wave of digests while processes are killed at random times and started again; then what the channels show is
 * compared with the ledger.
 */
export async function crashRound(round: CrashRound): Promise<CrashResult> {
  const { random } = round;
  await using ground = await round.ground.open(round.wave, random);
  const store = await openCrashStore(round.store);
  const made = new Set<string>();
  const complaints: string[] = [];
  const start = () => startWorker(round.store, ground.door, made, complaints);
  const due = ground.targets.length;
  const workers: Worker[] = [];
  try {
    await subscribeWave(store, ground.targets);
    workers.push(...Array.from({ length: round.workers }, start));
    await Promise.all(workers.map(({ started }) => started));
    let kills = 0;
    while (kills < round.kills && !(await isOver(store, due))) {
      await delay(20 + random() * 400);
      const victim = Math.floor(random() * workers.length);
      await workers[victim]?.kill();
      kills++;
      workers[victim] = start();
      // Some are killed while they start.
      if (random() < 0.8) await workers[victim]?.started;
    }
    const until = Date.now() + PATIENCE;
    while (!(await isOver(store, due)) && Date.now() < until) await delay(100);
    await Promise.all(workers.map((worker) => worker.kill()));
    return { ...(await compare(store, ground, made)), kills, complaints };
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
    await store.close();
  }
}

/** Whether the whole wave has come to its end. */
async function isOver(store: Store, due: number): Promise<boolean> {
  const rows = await store.db.selectFrom('deliveries').select('state').execute();
  return rows.length === due && rows.every(({ state }) => ENDS.has(state));
}

async function compare(store: Store, ground: CrashGround, made: ReadonlySet<string>) {
  const ledger = await store.db
    .selectFrom('deliveries')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
    .select(['deliveries.platform', 'deliveries.state', 'deliveries.reason', 'deliveries.detail'])
    .select('subscriptions.place')
    .execute();
  const counts = new Map<string, number>();
  for (const part of ground.seen().flatMap(partsSeen)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const uncertain = new Set(
    ledger.filter(({ state }) => state === 'uncertain').map(({ platform, place }) => `${platform} ${place}`),
  );
  const sums = { lost: 0, doubled: 0, uncertain: 0, needlesslyUncertain: 0 };
  for (const { destination, canBeAsked } of ground.targets) {
    const place = `${destination.platform} ${destination.id}`;
    if (uncertain.has(place)) sums[canBeAsked ? 'needlesslyUncertain' : 'uncertain']++;
    for (let part = 0; part < partsOf(destination.id); part++) {
      const count = counts.get(`${place} ${part}`) ?? 0;
      if (count > 1) sums.doubled++;
      if (count === 0 && !uncertain.has(place)) sums.lost++;
    }
  }
  const there = await store.db.selectFrom('subscriptions').select('id').execute();
  const ids = new Set(there.map(({ id }) => id));
  return {
    ...sums,
    due: ground.targets.length,
    deliveries: ledger.length,
    cutOff: ledger.filter(({ state, detail }) => state === 'uncertain' && detail === CUT_OFF).length,
    unended: ledger.filter(({ state }) => !ENDS.has(state)).length,
    unexplained: ledger.filter(({ state, reason }) => ENDS.has(state) && state !== 'sent' && !reason).length,
    givenUp: ledger.filter(({ state }) => ['failed', 'missed', 'skipped'].includes(state)).length,
    faults: ground.faults(),
    forgotten: [...made].filter((id) => !ids.has(id)).length,
    made: made.size,
  };
}
