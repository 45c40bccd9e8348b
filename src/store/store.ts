import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The database, whichever it is. */
export type Database = Kysely<Tables>;

/** An open store. Queries are Kysely's, the same for both engines; `engine/differences.ts` has what is not. */
export interface Store {
  readonly db: Database;
  readonly engine: EngineName;
  /**
   * Runs work in a transaction that is there wholly or not at all. On SQLite it begins by taking the write lock,
   * so that what it read is still so when it writes. On PostgreSQL it is read committed, or serialisable when
   * `isolated`, and runs again after a deadlock or a serialisation failure: nothing but queries belongs in it.
   */
  transaction<T>(work: (db: Transaction<Tables>) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Finishes what is running and closes. */
  close(): Promise<void>;
}

export type EngineName = 'sqlite' | 'postgres';

export interface TransactionOptions {
  /** As if no other transaction ran at the same time. */
  readonly isolated?: boolean;
  /**
   * Not worth waiting for the disk: what is written may be lost when the machine (or the server) fails in the
   * next second, but not when this process does, and nothing else is.
   */
  readonly light?: boolean;
}
