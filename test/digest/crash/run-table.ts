/**
 * The crash tests at full size, as a table; exit 1 when a promise was broken, with what it was.
 *
 *   npm run test:crash                          30 rounds a store, waves of 500 on each platform, then the real
 *                                               couriers against the doubles of Discord and Slack
 *   npm run test:crash -- --rounds 5            fewer
 *   npm run test:crash -- --wave 50 --seed 7
 *   npm run test:crash -- --only Slack          those platforms whose name has it
 *   npm run test:crash -- --at-once 1           one round after the other; three run at a time otherwise, since
 *                                               most of a round is waiting for what the killed had in hand
 *
 * PostgreSQL is the server of TEST_DATABASE_URL; without it those rounds are skipped, and told so.
 */
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import type { GroundKind } from './crash-ground.ts';
import { type CrashStore, EMBEDDED, onPostgres } from './crash-places.ts';
import { type CrashResult, crashRound } from './crash-round.ts';
import { DISCORD } from './discord-ground.ts';
import { PLAIN } from './plain-ground.ts';
import { seededRandom } from './seeded-random.ts';
import { SLACK, SLACK_WITH_HISTORY } from './slack-ground.ts';
import { breaches } from './verdict.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    wave: { type: 'string', default: '500' },
    kills: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    'at-once': { type: 'string', default: '3' },
  },
});
const size = {
  rounds: Number(values.rounds),
  wave: Number(values.wave),
  kills: Number(values.kills),
  seed: Number(values.seed),
  atOnce: Number(values['at-once']),
};
if (!Object.values(size).every((count) => Number.isSafeInteger(count) && count > 0)) {
  console.error('rounds, wave, kills, seed and at-once must be whole numbers above 0');
  process.exit(2);
}

const server = process.env['TEST_DATABASE_URL'];
const COLUMNS: readonly (readonly [string, (result: CrashResult) => number])[] = [
  ['rounds', () => 1],
  ['digests', ({ due }) => due],
  ['kills', ({ kills }) => kills],
  ['faults', ({ faults }) => faults],
  ['lost', ({ lost }) => lost],
  ['doubled', ({ doubled }) => doubled],
  ['uncertain', ({ uncertain }) => uncertain],
  ['cut off', ({ cutOff }) => cutOff],
  ['needlessly', ({ needlesslyUncertain }) => needlesslyUncertain],
  ['no end', ({ unended }) => unended],
  ['no reason', ({ unexplained }) => unexplained],
  ['given up', ({ givenUp }) => givenUp],
  ['subscribed', ({ made }) => made],
  ['forgotten', ({ forgotten }) => forgotten],
];

const grounds = [PLAIN, DISCORD, SLACK_WITH_HISTORY, SLACK].filter(({ name }) => name.includes(values.only));
const stores = [EMBEDDED, ...(server ? [onPostgres(server)] : [])];
const queue = new PQueue({ concurrency: size.atOnce });
const rows = stores.flatMap((store) =>
  grounds.map((ground) => ({
    title: `${ground.name}; ${store.name}`,
    results: Array.from({ length: size.rounds }, (_, round) =>
      queue.add(() => runRound(store, ground, round)),
    ),
  })),
);
const lines = [
  lineOf(
    '',
    COLUMNS.map(([name]) => name),
  ),
];
for (const { title, results } of rows) {
  const ended = await Promise.all(results);
  lines.push(
    lineOf(
      title,
      COLUMNS.map(([, of]) => ended.reduce((total, one) => total + of(one), 0)),
    ),
  );
}
console.log(`\n${lines.join('\n')}`);
if (!server) console.log('PostgreSQL: skipped, TEST_DATABASE_URL is not set');

async function runRound(
  { name, workers, make }: CrashStore,
  ground: GroundKind,
  round: number,
): Promise<CrashResult> {
  await using place = await make();
  const began = performance.now();
  const result = await crashRound({
    ground,
    store: place.store,
    workers,
    wave: size.wave,
    kills: size.kills,
    random: seededRandom(size.seed * 1000 + round),
  });
  const broken = breaches(result);
  if (broken.length > 0) process.exitCode = 1;
  const took = ((performance.now() - began) / 1000).toFixed(1);
  const verdict = broken.length > 0 ? `BROKEN: ${broken.join('; ')}` : 'kept';
  console.log(`${ground.name}; ${name}, round ${round + 1}: ${verdict}, ${took} s`);
  return result;
}

function lineOf(title: string, cells: readonly (number | string)[]): string {
  return title.padEnd(58) + cells.map((cell) => String(cell).padStart(11)).join('');
}
