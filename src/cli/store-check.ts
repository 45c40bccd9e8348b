import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Finding } from '../ops/finding.ts';
import { readSettings } from '../ops/settings.ts';
import { foreignFiles } from '../store/data-files.ts';
import type { MigrationStatus } from '../store/migrate.ts';
import { StoreFailure } from '../store/store-failure.ts';
import { type StorePlace, shownPlace } from '../store/store-place.ts';
import { dataPlace } from './data-place.ts';
import type { World } from './world.ts';

/** Bytes of room under which a newsroom's database may soon be in trouble. */
const LITTLE_ROOM = 200 * 2 ** 20;

/** Looks at where the data is, or will be; makes no folder and runs no migration. No password is in what it says. */
export async function checkStore(world: World): Promise<readonly Finding[]> {
  const read = readSettings(world.env);
  // Wrong settings are told of already.
  if ('problems' in read) return [];
  const place = dataPlace(read.settings, world);
  const folder = place.kind === 'folder' ? checkFolder(place.folder) : [];
  return folder.some(({ level }) => level === 'problem') ? folder : [...folder, ...(await checkData(place))];
}

function checkFolder(folder: string): readonly Finding[] {
  const there = nearestThere(folder);
  if (!statSync(there).isDirectory()) {
    return [
      { level: 'problem', what: `${there} is a file and must be a folder; name another in BACKSTORY_DATA` },
    ];
  }
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch {
    const what = `${there} may not be written; give it to the user that runs Backstory, or set BACKSTORY_DATA`;
    return [{ level: 'problem', what }];
  }
  return [...checkOwners(folder), ...checkRoom(there, folder)];
}

/** Whoever looks may be root, to whom all of it opens. */
function checkOwners(folder: string): readonly Finding[] {
  return foreignFiles(folder).map((file) => ({
    level: 'warning',
    what: `${file} belongs to another user than its folder, to whom it may not open: chown --reference=${folder} ${file}`,
  }));
}

/** @param there the folder, or the nearest above it */
function checkRoom(there: string, folder: string): readonly Finding[] {
  const { bavail, bsize } = statfsSync(there);
  const room = bavail * bsize;
  const what = `the disk under ${folder} has ${Math.floor(room / 2 ** 20)} MB left; make room on it`;
  return room < LITTLE_ROOM ? [{ level: 'warning', what }] : [];
}

function nearestThere(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestThere(dirname(path));
}

async function checkData(place: StorePlace): Promise<readonly Finding[]> {
  const { lookAtStore } = await import('../store/open-store.ts');
  const shown = shownPlace(place);
  try {
    const { migrations, runs, user } = await lookAtStore(place, SILENT);
    const facts = [
      ...(runs === undefined ? [] : [`${shown} runs ${runs}`]),
      schemaWords(shown, migrations),
      ...(user === undefined ? [] : [`the data in ${shown} is used by a running ${user}`]),
    ];
    return facts.map((what) => ({ level: 'fine', what }));
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    return [{ level: 'problem', what: error.message }];
  }
}

function schemaWords(shown: string, statuses: readonly MigrationStatus[]): string {
  const waiting = statuses.filter(({ ranAt }) => ranAt === undefined).length;
  if (waiting === 0) return `the data in ${shown} opens and is up to date`;
  if (waiting === statuses.length)
    return `there is no data in ${shown} yet; the service makes it when it starts`;
  return `the data in ${shown} opens; ${waiting} of ${statuses.length} migrations run when the service starts, or with "backstory migrate"`;
}

const ignore = (): void => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
