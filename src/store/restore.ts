import { sql, type Transaction } from 'kysely';
import { type BackupRow, backupRows, verifyBackup } from './backup-file.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Store } from './store.ts';
import { StoreFailure } from './store-failure.ts';
import { tableKeys } from './table-keys.ts';
import type { Tables } from './tables.ts';

export interface RestoreOptions {
  /** As sentences name the store. */
  readonly shown: string;
  /** Whether what is there may be replaced. */
  readonly replace: boolean;
}

const ROWS_AT_ONCE = 200;

/**
 * Puts a backup in place of what is there: all of it or, when anything is wrong, nothing.
 * @returns how many rows it held
 * @throws {StoreFailure} when the backup cannot be used, or there is data and it may not be replaced
 */
export async function restore(
  store: Store,
  file: string,
  { shown, replace }: RestoreOptions,
): Promise<number> {
  await checkBackup(file);
  const tables = (await tableKeys(store.engine, store.db)).map(({ table }) => table);
  return store.transaction(async (db) => {
    if (!replace && (await hasRows(db, tables))) {
      throw new StoreFailure(
        'in-use',
        `${shown} has data already; add --replace to put the backup in its place`,
      );
    }
    for (const table of tables.toReversed()) await sql`delete from ${sql.table(table)}`.execute(db);
    return fill(db, file, tables);
  });
}

/**
 * Reads a whole backup, to know that it can be restored.
 * @throws {StoreFailure} when it cannot
 */
export async function checkBackup(file: string): Promise<void> {
  const { migrations } = await verifyBackup(file);
  const unknown = migrations.filter((name) => !Object.hasOwn(ALL_MIGRATIONS, name));
  if (unknown.length === 0) return;
  throw new StoreFailure(
    'newer',
    `${file} was written by a newer version of Backstory (it has ${unknown.join(', ')}); restore it with that version`,
  );
}

async function hasRows(db: Transaction<Tables>, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

async function fill(db: Transaction<Tables>, file: string, tables: readonly string[]): Promise<number> {
  let count = 0;
  let batch: BackupRow[] = [];
  const flush = async (): Promise<void> => {
    const [first] = batch;
    if (first) await insert(db, first.table, batch);
    batch = [];
  };
  for await (const row of backupRows(file)) {
    if (!tables.includes(row.table)) {
      throw new StoreFailure('damaged', `${file} has data for ${row.table}, which there is none of`);
    }
    if (batch.length >= ROWS_AT_ONCE || batch[0]?.table !== row.table) await flush();
    batch.push(row);
    count++;
  }
  await flush();
  return count;
}

async function insert(db: Transaction<Tables>, table: string, rows: readonly BackupRow[]): Promise<void> {
  const columns = Object.keys(rows[0]?.row ?? {});
  const values = rows.map(({ row }) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)}`.execute(db);
}
