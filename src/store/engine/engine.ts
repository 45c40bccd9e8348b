import type { Dialect } from 'kysely';
import type { Database, EngineName } from '../store.ts';

/** A way to a database, ready for Kysely. */
export interface Engine {
  readonly name: EngineName;
  readonly dialect: Dialect;
  /** The database as sentences name it: a file's path, a server's address without its password. */
  readonly shown: string;
  /**
   * Looks whether the database can be used, before anything is written to it.
   * @throws {StoreFailure}
   */
  inspect?(db: Database): Promise<void>;
  /** What runs there and whether it is new enough, in words; only of a server. */
  runs?(db: Database): Promise<string>;
}
