import type { Dialect } from 'kysely';
import type { EngineName } from '../store.ts';

/** A way to a database, ready for Kysely. */
export interface Engine {
  readonly name: EngineName;
  readonly dialect: Dialect;
  /** The database as sentences name it: a file's path, a server's address without its password. */
  readonly shown: string;
}
