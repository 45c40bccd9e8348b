import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { makeFile } from './data-files.ts';
import { StoreFailure } from './store-failure.ts';

/** Who has the folder, as they wrote it down themselves: for sentences only. */
const holder = z.object({ pid: z.int(), host: z.string(), since: z.string() });

const SQLITE_BUSY = 5;

/**
 * Takes a data folder for this process alone. The lock is the system's, on a small database beside the data: it
 * goes with the process, however that ends.
 * @param passing whether it is wanted for a moment only, rather than for a service
 * @returns what gives it back
 * @throws {StoreFailure} `in-use`, naming who has it
 */
export function lockFolder(folder: string, now: number, passing = false): () => void {
  makeFile(lockFile(folder));
  const database = new DatabaseSync(lockFile(folder), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw isBusy(error) ? inUse(folder, passing) : error;
  }
  const self = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() };
  makeFile(holderFile(folder));
  writeFileSync(holderFile(folder), `${JSON.stringify(self)}\n`);
  return () => database.close();
}

/** Who has the folder, in words that name a process and since when; `undefined` when nobody has it. */
export function folderUser(folder: string): string | undefined {
  if (!existsSync(lockFile(folder))) return undefined;
  const database = new DatabaseSync(lockFile(folder), { timeout: 0, readOnly: true });
  try {
    // Whoever has it lets nobody read either.
    database.prepare('select count(*) from sqlite_master').get();
    return undefined;
  } catch (error) {
    if (isBusy(error)) return userWords(folder);
    throw error;
  } finally {
    database.close();
  }
}

function inUse(folder: string, passing: boolean): StoreFailure {
  const remedy = passing
    ? 'stop it first, and start it again afterwards'
    : 'stop that one, or give this one a folder of its own in BACKSTORY_DATA';
  return new StoreFailure('in-use', `${folder} is in use by another ${userWords(folder)}; ${remedy}`);
}

function userWords(folder: string): string {
  const who = readHolder(folder);
  return `Backstory service${who ? ` (process ${who.pid} on ${who.host}, since ${who.since})` : ''}`;
}

function readHolder(folder: string): z.infer<typeof holder> | undefined {
  try {
    return holder.parse(JSON.parse(readFileSync(holderFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

function lockFile(folder: string): string {
  return join(folder, 'service.lock');
}

function holderFile(folder: string): string {
  return join(folder, 'service.json');
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
