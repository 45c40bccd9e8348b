import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database for one round. */
export interface CrashPlace extends AsyncDisposable {
  readonly store: string;
}

/** What crashes are tested on. */
export interface CrashStore {
  readonly name: string;
  readonly workers: number;
  make(): Promise<CrashPlace>;
}

export const EMBEDDED: CrashStore = {
  name: 'embedded store, one process',
  workers: 1,
  async make() {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-crash-'));
    return {
      store: join(folder, 'backstory.db'),
      [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

/** @param url a real server, whose user may create schemas */
export function onPostgres(url: string): CrashStore {
  return {
    name: 'PostgreSQL, two processes',
    workers: 2,
    async make() {
      const schema = `crash_${randomUUID().replaceAll('-', '')}`;
      await run(url, `create schema ${schema}`);
      const place = new URL(url);
      place.searchParams.set('options', `-c search_path=${schema}`);
      return {
        store: place.href,
        [Symbol.asyncDispose]: () => run(url, `drop schema ${schema} cascade`),
      };
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
