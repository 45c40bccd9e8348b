import { sql } from 'kysely';
import type { Database, EngineName } from './store.ts';

/** A table of ours and the columns of its primary key, in order. */
export interface TableKey {
  readonly table: string;
  readonly key: readonly string[];
}

/** Others refer to these: they are filled first, and emptied last. */
const REFERRED_TO = ['conversations', 'subscriptions'];

/** Every table that holds data, in an order in which they can be filled. */
export async function tableKeys(engine: EngineName, db: Database): Promise<readonly TableKey[]> {
  const { rows } = await (engine === 'sqlite' ? ofSqlite : ofPostgres).execute(db);
  const ours = rows.filter(({ table }) => !table.startsWith('backstory_migrations'));
  const keys = [...Map.groupBy(ours, ({ table }) => table)].map(([table, columns]) => ({
    table,
    key: columns.map(({ column }) => column),
  }));
  const rank = ({ table }: TableKey) => (REFERRED_TO.includes(table) ? 0 : 1);
  return keys.toSorted((a, b) => rank(a) - rank(b));
}

const ofSqlite = sql<{ table: string; column: string }>`
  select m.name as "table", p.name as "column" from sqlite_master m, pragma_table_info(m.name) p
  where m.type = 'table' and p.pk > 0 order by m.name, p.pk`;

const ofPostgres = sql<{ table: string; column: string }>`
  select c.relname as "table", a.attname as "column"
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
  where i.indisprimary and n.nspname = current_schema()
  order by c.relname, array_position(i.indkey::int2[], a.attnum)`;
