import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type CrashStore, EMBEDDED, onPostgres } from '../../test/digest/crash/crash-places.ts';
import { PlatformDouble } from './digest/platform-double.ts';
import type { Goal, Report, Section } from './report.ts';
import type { Timing } from './stopwatch.ts';

/** What `digest/engine-process.ts` prints. */
interface Measured {
  readonly look: Timing;
  readonly enqueueSeconds: number;
  readonly seedSeconds: number;
  readonly fastPerSecond: number;
  /** Answers while the wave was entered, sent without limits, and sent within Discord's. */
  readonly whileEnqueued: Timing;
  readonly whileFast: Timing;
  readonly whileLimited: Timing;
  readonly peakMb: number;
}

interface Sharing {
  readonly name: string;
  readonly perSecond: number;
  readonly refused: number;
}

interface Figures extends Measured {
  readonly name: string;
  readonly limitedPerSecond: number;
  /** How often the limited platform said that it was too much. */
  readonly refused: number;
  /** Two processes together, where the store can be shared. */
  readonly shared?: Omit<Sharing, 'name'>;
}

const ENGINE = join(import.meta.dirname, 'digest/engine-process.ts');
/** Long beside the two seconds until processes that begin have seen each other. */
const SHARING_SECONDS = 20;
const SHARING = join(import.meta.dirname, 'digest/sharing-process.ts');

/**
 * Digests at the size of a large service, in the embedded store and, when TEST_DATABASE_URL names a server, in
 * PostgreSQL: finding out what is due, entering a wave, sending it, and answering meanwhile.
 */
export const digestSection: Section = {
  name: 'digest',
  async run({ quick }) {
    const server = process.env['TEST_DATABASE_URL'];
    const size = quick
      ? { subscriptions: 100_000, due: 20_000, seconds: 6 }
      : { subscriptions: 1_000_000, due: 100_000, seconds: 20 };
    const figures: Figures[] = [];
    for (const store of [EMBEDDED, ...(server ? [onPostgres(server)] : [])]) {
      figures.push(await measure(store, size));
    }
    if (!server) console.log('digest: PostgreSQL is not measured, TEST_DATABASE_URL is not set');
    return report(figures, size);
  },
};

interface Size {
  readonly subscriptions: number;
  readonly due: number;
  readonly seconds: number;
}

async function measure({ name, workers, make }: CrashStore, size: Size): Promise<Figures> {
  await using place = await make();
  const [free, limited, common] = [new PlatformDouble(), new PlatformDouble(50), new PlatformDouble(50)];
  try {
    const urls = [await free.start(), await limited.start()];
    const sizes = [size.subscriptions, size.due, size.seconds].map(String);
    const measured: Measured = JSON.parse(await run(ENGINE, [place.store, ...urls, ...sizes]));
    const toCommon = [place.store, await common.start(), String(SHARING_SECONDS)];
    if (workers > 1) await Promise.all(Array.from({ length: workers }, () => run(SHARING, toCommon)));
    return {
      ...measured,
      name: name.split(',')[0] ?? name,
      limitedPerSecond: limited.perSecond,
      refused: limited.refused,
      ...(workers > 1 && { shared: { perSecond: common.perSecond, refused: common.refused } }),
    };
  } finally {
    for (const platform of [free, limited, common]) platform.stop();
  }
}

/** Runs a script in a process of its own. @returns what it prints */
async function run(script: string, words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = text(child.stdout);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} failed`);
  return printed;
}

function report(figures: readonly Figures[], { subscriptions, due }: Size): Report {
  const [many, wave] = [subscriptions, due].map((count) => count.toLocaleString('en'));
  const shared = figures.flatMap(({ name, shared: both }) => (both ? [{ name, ...both }] : []));
  return {
    tables: [
      {
        title: `Digests with ${many} subscriptions: 100 due, then ${wave} due in one minute`,
        columns: ['due? ms', 'p99 ms', 'enqueue s', 'msgs/s', 'at 50/s', '429s', 'peak MB'],
        rows: figures.map((one) => ({
          name: one.name,
          cells: [
            one.look.median,
            one.look.p99,
            one.enqueueSeconds,
            one.fastPerSecond,
            one.limitedPerSecond,
            one.refused,
            one.peakMb,
          ],
        })),
      },
      {
        title: 'Answers meanwhile, in ms',
        columns: ['enqueueing', 'p99', 'no limits', 'p99', "Discord's", 'p99'],
        rows: figures.map(({ name, whileEnqueued, whileFast, whileLimited }) => ({
          name,
          cells: [whileEnqueued, whileFast, whileLimited].flatMap(({ median, p99 }) => [median, p99]),
        })),
      },
      ...(shared.length > 0
        ? [
            {
              title: 'Two processes that share a store and a bot of Discord',
              columns: ['at 50/s', '429s'],
              rows: shared.map(({ name, perSecond, refused }) => ({ name, cells: [perSecond, refused] })),
            },
          ]
        : []),
    ],
    goals: [...figures.flatMap((one) => goalsOf(one, wave)), ...shared.flatMap(goalsOfSharing)],
  };
}

function goalsOf(one: Figures, wave = ''): Goal[] {
  return [
    { what: `${one.name}: what is due, p99`, measured: one.look.p99, atMost: 50, unit: 'ms' },
    { what: `${one.name}: ${wave} enqueued`, measured: one.enqueueSeconds, atMost: 30, unit: 's' },
    {
      what: `${one.name}: a message without limits`,
      measured: 1000 / one.fastPerSecond,
      atMost: 1,
      unit: 'ms',
    },
    {
      what: `${one.name}: 48 messages at Discord's 50 a second`,
      measured: 48 / one.limitedPerSecond,
      atMost: 1,
      unit: 's',
    },
    { what: `${one.name}: refusals at that limit`, measured: one.refused, atMost: 0, unit: '' },
    {
      what: `${one.name}: answers meanwhile, p99`,
      measured: Math.max(one.whileEnqueued.p99, one.whileFast.p99, one.whileLimited.p99),
      atMost: 100,
      unit: 'ms',
    },
    { what: `${one.name}: memory, peak`, measured: one.peakMb, atMost: 400, unit: 'MB' },
  ];
}

function goalsOfSharing({ name, perSecond, refused }: Sharing): Goal[] {
  return [
    { what: `${name}, two processes: refusals`, measured: refused, atMost: 0, unit: '' },
    {
      what: `${name}, two processes: 45 messages at Discord's 50 a second`,
      measured: 45 / perSecond,
      atMost: 1,
      unit: 's',
    },
  ];
}
