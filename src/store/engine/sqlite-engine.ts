import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from 'kysely';
import type { Database } from '../store.ts';
import { StoreFailure } from '../store-failure.ts';
import type { Engine } from './engine.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { waitForOthers } from './wait-for-others.ts';

/** The engine of a database file. @param path a file, or `:memory:` */
export function sqliteEngine(path: string): Engine {
  const database = () => waitForOthers(() => openNodeSqlite(path));
  return {
    name: 'sqlite',
    dialect: new SharedSqliteDialect({ database }),
    shown: path,
    inspect: (db) => refuseDamaged(db, path),
  };
}

/** Half a second for a hundred megabytes. */
async function refuseDamaged(db: Database, path: string): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
  const found = rows[0]?.quick_check ?? 'nothing can be read';
  if (found === 'ok') return;
  throw new StoreFailure(
    'damaged',
    `${path} is damaged (${found.split('\n')[0]}); put a backup in its place with "backstory restore FILE --replace"`,
  );
}

/** SQLite as Kysely uses it, for a file that other processes write as well; migrations run in a transaction. */
class SharedSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new SharedSqliteDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SharedSqliteDriver extends SqliteDriver {
  #patient: PatientConnection | undefined;

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#patient ??= new PatientConnection(await super.acquireConnection());
    return this.#patient;
  }

  /**
   * Takes the write lock at once: a transaction that reads first and writes later fails when another process
   * wrote in between, and no waiting helps it.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite itself rolls back when the disk fails it; what it says of a second time would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && /no transaction is active/.test(error.message))) throw error;
    }
  }
}

/** Waits while another process writes. Inside a transaction it holds the lock itself and never has to. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return waitForOthers(() => this.#connection.executeQuery<R>(query));
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}
