import { open, rename, rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type BackupRow, backupLines } from './backup-file.ts';
import { migrationStatus } from './migrate.ts';
import type { Database, Store } from './store.ts';
import { type TableKey, tableKeys } from './table-keys.ts';
import type { Tables } from './tables.ts';

const ROWS_AT_ONCE = 500;

/**
 * Writes everything there is to a file, as it is at one moment, while others go on working. The file restores into
 * either engine; it holds whatever the store does, so it is for its owner's eyes only.
 * @returns how many rows it holds
 */
export async function backUp({ db, engine }: Store, file: string, now: number): Promise<number> {
  const migrations = (await migrationStatus({ db, engine, shown: 'the store' })).map(({ name }) => name);
  const keys = await tableKeys(engine, db);
  const unfinished = `${file}.unfinished`;
  const target = await open(unfinished, 'w', 0o600);
  let rows = -2;
  try {
    await db.connection().execute(async (connection) => {
      // Of SQLite this takes no lock that a writer would wait for.
      const begin = engine === 'sqlite' ? sql`begin` : sql`begin isolation level repeatable read read only`;
      await begin.execute(connection);
      try {
        for await (const line of backupLines(migrations, now, allRows(connection, keys))) {
          await target.write(line);
          rows++;
        }
      } finally {
        await sql`rollback`.execute(connection);
      }
    });
    await target.sync();
    await target.close();
    await rename(unfinished, file);
    return rows;
  } catch (error) {
    await target.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* allRows(db: Database, keys: readonly TableKey[]): AsyncGenerator<BackupRow> {
  for (const { table, key } of keys) {
    for await (const row of rowsOf(db, table, key)) yield { table, row };
  }
}

type Row = Record<string, unknown>;

/** Page by page along the primary key: a million rows are never in memory at once. */
async function* rowsOf(db: Kysely<Tables>, table: string, key: readonly string[]): AsyncGenerator<Row> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const from = last;
    const after = from
      ? sql`where (${columns}) > (${sql.join(key.map((column) => sql`${from[column]}`))})`
      : sql``;
    const { rows }: { rows: Row[] } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}`.execute(
      db,
    );
    yield* rows;
    last = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1);
  } while (last);
}
