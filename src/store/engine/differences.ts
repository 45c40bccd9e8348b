import { type Expression, type RawBuilder, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { ColumnWords } from '../migrations/ddl.ts';
import type { Database, EngineName } from '../store.ts';
import type { Tables } from '../tables.ts';

/** What tables are made with. */
export const COLUMN_WORDS: Readonly<Record<EngineName, ColumnWords>> = {
  sqlite: { big: 'integer', bytes: 'blob', strict: ' strict' },
  postgres: { big: 'bigint', bytes: 'bytea', strict: '' },
};

/** The greater of two values, as each engine calls it. */
export function greatest(
  engine: EngineName,
  a: Expression<number>,
  b: Expression<number>,
): RawBuilder<number> {
  return engine === 'sqlite' ? sql<number>`max(${a}, ${b})` : sql<number>`greatest(${a}, ${b})`;
}

/**
 * Locks the rows that a transaction is going to claim, leaving out those that another one has locked. SQLite
 * has one writer at a time: who is in the transaction has them all.
 */
export function claimable<DB, TB extends keyof DB, O>(
  engine: EngineName,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return engine === 'sqlite' ? query : query.forUpdate().skipLocked();
}

/** How a column of `rowsOf` is read. */
export type RowColumn = 'text' | 'bigint';

/**
 * Values as a table that a statement can join, however many there are: `from ${rowsOf(…)} where v.id = …`.
 * @param columns the names, which are ours and never input, and types
 */
export function rowsOf(
  engine: EngineName,
  columns: Readonly<Record<string, RowColumn>>,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): RawBuilder<unknown> {
  const json = JSON.stringify(rows);
  const names = Object.entries(columns);
  if (engine === 'sqlite') {
    const read = names.map(([name]) => sql`value ->> ${sql.lit(`$.${name}`)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(read)} from json_each(${json})) as v`;
  }
  const typed = names.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  return sql`json_to_recordset(${json}::json) as v(${sql.join(typed)})`;
}

/** The schema that tables without a name of one are in; SQLite has none. */
export async function schemaOf(engine: EngineName, db: Database): Promise<string | undefined> {
  if (engine === 'sqlite') return undefined;
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? undefined;
}

/** Whether there is a table of this name where tables without a schema's name are looked for. */
export async function hasTable(engine: EngineName, db: Database, name: string): Promise<boolean> {
  const { rows } = await (engine === 'sqlite'
    ? sql`select 1 from sqlite_master where type = 'table' and name = ${name}`
    : sql`select 1 from pg_tables where schemaname = current_schema() and tablename = ${name}`
  ).execute(db);
  return rows.length > 0;
}

/** A transaction that does not wait for the disk; see `TransactionOptions.light`. */
export async function lightly<T>(
  engine: EngineName,
  db: Database,
  work: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (engine === 'postgres') {
    return db.transaction().execute(async (transaction) => {
      await sql`set local synchronous_commit to off`.execute(transaction);
      return work(transaction);
    });
  }
  // The connection is ours alone until this is done.
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}

/** SQLSTATE of a deadlock and of a serialisation failure: another try may well succeed. */
const WORTH_ANOTHER_TRY: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Whether a transaction failed only because another one ran at the same time. */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && WORTH_ANOTHER_TRY.has(error.code);
}
