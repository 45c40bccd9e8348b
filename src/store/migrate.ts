import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { COLUMN_WORDS, hasTable, schemaOf } from './engine/differences.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import type { Ddl } from './migrations/ddl.ts';
import type { Database, EngineName } from './store.ts';
import { StoreFailure } from './store-failure.ts';

/** Our own names: a server's database may be another program's too. */
const TABLE = 'backstory_migrations';
const LOCK_TABLE = 'backstory_migrations_lock';

/** What else helps against data of a newer version; a file can be put aside, a server's database cannot. */
const OTHERWISE: Readonly<Record<EngineName, string>> = {
  sqlite: 'put a backup made by this one in its place with "backstory restore FILE --replace"',
  postgres: 'name an empty database in DATABASE_URL and restore a backup made by this one there',
};

/** One migration and when it was run here: an ISO time, or undefined when it has not been. */
export interface MigrationStatus {
  readonly name: string;
  readonly ranAt: string | undefined;
}

/** A database whose schema is to be brought forward. */
export interface Migrating {
  readonly db: Database;
  readonly engine: EngineName;
  /** As sentences name it. */
  readonly shown: string;
  readonly migrations?: Readonly<Record<string, Ddl>>;
}

/**
 * Runs the migrations that have not been run, all or none, while no other process does.
 * @returns their names
 * @throws {StoreFailure} `newer` when the database knows migrations that this program does not: nothing is touched
 */
export async function migrate(place: Migrating): Promise<readonly string[]> {
  const ran = await refuseNewer(place);
  if (Object.keys(known(place)).every((name) => ran.has(name))) return [];
  const { error, results = [] } = await (await migratorFor(place)).migrateToLatest();
  if (error !== undefined) {
    // A newer program may have been faster.
    await refuseNewer(place);
    throw error;
  }
  return results.map(({ migrationName }) => migrationName);
}

/** Every migration this program knows, in order. @throws as `migrate` does */
export async function migrationStatus(place: Migrating): Promise<readonly MigrationStatus[]> {
  const ran = await refuseNewer(place);
  return Object.keys(known(place))
    .sort()
    .map((name) => ({ name, ranAt: ran.get(name) }));
}

async function migratorFor(place: Migrating): Promise<Migrator> {
  const schema = await schemaOf(place.engine, place.db);
  return new Migrator({
    db: place.db,
    provider: { getMigrations: async () => asKyselys(place) },
    migrationTableName: TABLE,
    migrationLockTableName: LOCK_TABLE,
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
}

function asKyselys(place: Migrating): Record<string, Migration> {
  const words = COLUMN_WORDS[place.engine];
  const migrations = Object.entries(known(place)).map(([name, ddl]): [string, Migration] => [
    name,
    {
      async up(db) {
        for (const statement of ddl(words)) await sql.raw(statement).execute(db);
      },
    },
  ]);
  return Object.fromEntries(migrations);
}

function known({ migrations = ALL_MIGRATIONS }: Migrating): Readonly<Record<string, Ddl>> {
  return migrations;
}

async function refuseNewer(place: Migrating): Promise<ReadonlyMap<string, string>> {
  const ran = await ranMigrations(place);
  const unknown = [...ran.keys()].filter((name) => !Object.hasOwn(known(place), name));
  if (unknown.length === 0) return ran;
  throw new StoreFailure(
    'newer',
    `${place.shown} was written by a newer version of Backstory (it has ${unknown.join(', ')}); run that version, or ${OTHERWISE[place.engine]}`,
  );
}

async function ranMigrations({ db, engine }: Migrating): Promise<ReadonlyMap<string, string>> {
  if (!(await hasTable(engine, db, TABLE))) return new Map();
  const { rows } = await sql<{ name: string; timestamp: string }>`
    select name, timestamp from ${sql.table(TABLE)} order by name`.execute(db);
  return new Map(rows.map(({ name, timestamp }) => [name, timestamp]));
}
