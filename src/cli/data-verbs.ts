import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Log } from '../ops/log.ts';
import { backUp } from '../store/back-up.ts';
import { DATABASE_FILE } from '../store/engine/engine-of.ts';
import { lookAtStore, openStore } from '../store/open-store.ts';
import { checkBackup, restore } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import { StoreFailure } from '../store/store-failure.ts';
import { type StorePlace, shownPlace } from '../store/store-place.ts';
import { dataPlace } from './data-place.ts';
import { Failure, wrongUse } from './failure.ts';
import { inWords } from './in-words.ts';
import { settingsOf } from './settings-of.ts';
import { withFile } from './with-file.ts';
import { type Verb, type World, write } from './world.ts';

/** `migrate [--status]`: brings the schema up to date, or says how it is. */
export const migrateVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { status: { type: 'boolean' } } });
  const place = dataPlace(settingsOf(world), world);
  if (!values.status) await inWords(place, () => opened(place, world, async () => undefined));
  const { migrations } = await inWords(place, () => lookAtStore(place, quietLog));
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
  const rows = await inWords(place, () =>
    opened(place, world, (store) => withFile(file, () => backUp(store, file, world.now()))),
  );
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
  // Before anything is opened, made or put aside.
  await inWords(place, () => withFile(file, () => checkBackup(file)));
  const rows = await inWords(place, () =>
    withoutService(place, world, replace, (store) =>
      withFile(file, () => restore(store, file, { shown, replace })),
    ),
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

/** With the place to ourselves; a database that cannot be used is put aside when it may be replaced. */
async function withoutService<T>(
  place: StorePlace,
  world: World,
  replace: boolean,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const open = () => openStore(place, { log: quietLog, now: world.now(), alone: true });
  const store = await open().catch((error: unknown) => {
    const isUnusable = error instanceof StoreFailure && (error.kind === 'damaged' || error.kind === 'newer');
    if (!isUnusable || !replace || place.kind !== 'folder') throw error;
    putAside(place.folder, `${error.kind}-${world.now()}`);
    return open();
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function putAside(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    if (file !== DATABASE_FILE && !file.startsWith(`${DATABASE_FILE}-`)) continue;
    renameSync(join(folder, file), join(folder, `${name}-${file}`));
  }
}
