import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What this program makes in a data folder: the database with what SQLite puts beside it, and the lock. */
const OURS = /^(?:backstory\.db(?:-\w+)?|service\.(?:lock|json))$/;

/**
 * Makes an empty file, unless it is there, for its owner's eyes only. Root makes it for whoever has the folder: a
 * command that an administrator runs must leave nothing behind that the service cannot open. Of what SQLite puts
 * beside a database of somebody's it does the same itself.
 * @throws the system's error
 */
export function makeFile(path: string): void {
  if (existsSync(path)) return;
  closeSync(openSync(path, 'a', 0o600));
  const folder = statSync(dirname(path));
  if (process.geteuid?.() === 0 && folder.uid !== 0) chownSync(path, folder.uid, folder.gid);
}

/** The file of a data folder that this process may not read or write, when it is a file and not the folder itself. */
export function closedFile(folder: string): string | undefined {
  if (!isOpen(folder)) return undefined;
  return filesIn(folder).find((file) => !isOpen(file));
}

/** The files of a data folder that belong to somebody else than the folder. */
export function foreignFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const { uid } = statSync(folder);
  return filesIn(folder).filter((file) => (statSync(file, { throwIfNoEntry: false })?.uid ?? uid) !== uid);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => OURS.test(name))
    .map((name) => join(folder, name));
}

function isOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    // One that has gone meanwhile is in nobody's way.
    return !existsSync(path);
  }
}
