/**
 * The crash tests at full size, as a table; exit 1 when anything was lost or doubled.
 *
 *   npm run test:crash                          30 rounds a store, waves of 500 on each platform
 *   npm run test:crash -- --rounds 5            fewer
 *   npm run test:crash -- --wave 50 --seed 7
 *
 * PostgreSQL is the server of TEST_DATABASE_URL; without it those rounds are skipped, and told so.
 */
import { parseArgs } from 'node:util';
import { type CrashStore, EMBEDDED, onPostgres } from './crash-places.ts';
import { type CrashResult, crashRound } from './crash-round.ts';
import { seededRandom } from './seeded-random.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    wave: { type: 'string', default: '500' },
    kills: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
  },
});
const [rounds, wave, kills, seed] = [values.rounds, values.wave, values.kills, values.seed].map(Number);
if (!(rounds && wave && kills && seed)) {
  console.error('rounds, wave, kills and seed must be whole numbers above 0');
  process.exit(2);
}

const server = process.env['TEST_DATABASE_URL'];
const COLUMNS = [
  'rounds',
  'deliveries',
  'kills',
  'faults',
  'lost',
  'doubled',
  'lost, not asked',
  'doubled, not asked',
  'uncertain',
  'subscriptions made',
  'forgotten',
] as const;

let amiss = false;
const table: Record<string, Record<(typeof COLUMNS)[number], number>> = {};
for (const store of [EMBEDDED, ...(server ? [onPostgres(server)] : [])]) {
  const results = await runRounds(store, { rounds, wave, kills, seed });
  const sum = (of: (result: CrashResult) => number) => results.reduce((total, one) => total + of(one), 0);
  table[store.name] = {
    rounds: results.length,
    deliveries: sum((one) => one.deliveries),
    kills: sum((one) => one.kills),
    faults: sum((one) => one.faults),
    lost: sum((one) => one.lost),
    doubled: sum((one) => one.doubled),
    'lost, not asked': sum((one) => one.lostUnasked),
    'doubled, not asked': sum((one) => one.doubledUnasked),
    uncertain: sum((one) => one.uncertain),
    'subscriptions made': sum((one) => one.made),
    forgotten: sum((one) => one.forgotten),
  };
}
console.table(table, [...COLUMNS]);
if (!server) console.log('PostgreSQL: skipped, TEST_DATABASE_URL is not set');
process.exitCode = amiss ? 1 : 0;

async function runRounds(
  { name, workers, make }: CrashStore,
  size: { readonly rounds: number; readonly wave: number; readonly kills: number; readonly seed: number },
): Promise<readonly CrashResult[]> {
  const results: CrashResult[] = [];
  for (let round = 0; round < size.rounds; round++) {
    await using place = await make();
    const random = seededRandom(size.seed * 1000 + round);
    const began = performance.now();
    const result = await crashRound({
      store: place.store,
      workers,
      wave: size.wave,
      kills: size.kills,
      random,
    });
    results.push(result);
    const wrong = isAmiss(result, size.wave);
    amiss ||= wrong;
    const took = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${name}, round ${round + 1}: ${wrong ? 'AMISS' : 'fine'}, ${took} s ${JSON.stringify(result)}`,
    );
  }
  return results;
}

function isAmiss(result: CrashResult, size: number): boolean {
  const { lost, doubled, lostUnasked, doubledUnasked, forgotten, deliveries, complaints } = result;
  const messages = lost + doubled + lostUnasked + doubledUnasked + forgotten;
  return messages > 0 || deliveries !== 2 * size || complaints.length > 0;
}
