import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Log } from '../ops/log.ts';
import { backUp } from '../store/back-up.ts';
import { DATABASE_FILE } from '../store/engine/engine-of.ts';
import { lookAtStore, openStore } from '../store/open-store.ts';
import { restore } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import { StoreFailure } from '../store/store-failure.ts';
import { type StorePlace, shownPlace } from '../store/store-place.ts';
import { dataPlace } from './data-place.ts';
import { Failure, wrongUse } from './failure.ts';
import { settingsOf } from './settings-of.ts';
import { type Verb, type World, write } from './world.ts';

/** `migrate [--status]`: brings the schema up to date, or says how it is. */
export const migrateVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { status: { type: 'boolean' } } });
  const place = dataPlace(settingsOf(world), world);
  if (!values.status) await inWords(() => opened(place, world, async () => undefined));
  const { migrations } = await inWords(() => lookAtStore(place, quietLog));
  for (const { name, ranAt } of migrations) {
    await write(world.output, `${name}  ${ranAt === undefined ? 'waiting' : `ran ${ranAt}`}\n`);
  }
  return 0;
};

/** `backup FILE`: writes everything there is to a file; the service may go on meanwhile. */
export const backupVerb: Verb = async (args, world) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const file = oneFile(positionals, world, 'backup');
  const place = dataPlace(settingsOf(world), world);
  if (place.kind === 'folder' && !existsSync(join(place.folder, DATABASE_FILE))) {
    throw new Failure(
      1,
      `backstory: there is no data in ${place.folder} to back up; BACKSTORY_DATA names the folder`,
    );
  }
  const rows = await inWords(() => opened(place, world, (store) => backUp(store, file, world.now())));
  await write(world.output, `${rows} rows of ${shownPlace(place)} are in ${file}\n`);
  return 0;
};

/** `restore FILE [--replace]`: puts a backup in place of what is there, while no service runs. */
export const restoreVerb: Verb = async (args, world) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: 'boolean' } },
  });
  const file = oneFile(positionals, world, 'restore');
  const place = dataPlace(settingsOf(world), world);
  const shown = shownPlace(place);
  const replace = values.replace === true;
  if (!existsSync(file)) throw new Failure(1, `backstory: ${file} is not there`);
  const rows = await inWords(() =>
    withoutService(place, world, replace, (store) => restore(store, file, { shown, replace })),
  );
  await write(world.output, `${rows} rows of ${file} are in ${shown}\n`);
  return 0;
};

const quietLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {}

function oneFile(positionals: readonly string[], world: World, verb: string): string {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw wrongUse(`${verb} takes one file`);
  return resolve(world.folder, file);
}

async function opened<T>(place: StorePlace, world: World, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place, { log: quietLog, now: world.now() });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** With the place to ourselves; a damaged file is put aside when it may be replaced. */
async function withoutService<T>(
  place: StorePlace,
  world: World,
  replace: boolean,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const open = () => openStore(place, { log: quietLog, now: world.now(), alone: true });
  const store = await open().catch((error: unknown) => {
    const isDamaged = error instanceof StoreFailure && error.kind === 'damaged';
    if (!isDamaged || !replace || place.kind !== 'folder') throw error;
    putAside(place.folder, world.now());
    return open();
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function putAside(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    if (name !== DATABASE_FILE && !name.startsWith(`${DATABASE_FILE}-`)) continue;
    renameSync(join(folder, name), join(folder, `damaged-${now}-${name}`));
  }
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFailure) throw new Failure(1, `backstory: ${error.message}`);
    throw error;
  }
}
