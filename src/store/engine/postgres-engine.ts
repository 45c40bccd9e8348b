import { PostgresDialect, sql } from 'kysely';
import { type CustomTypesConfig, Pool, types } from 'pg';
import type { Log } from '../../ops/log.ts';
import type { Database } from '../store.ts';
import { StoreFailure } from '../store-failure.ts';
import { shownPlace } from '../store-place.ts';
import type { Engine } from './engine.ts';

/** bigint as it is told on the wire: all of ours are whole numbers of 53 bits. */
const BIGINT = 20;
const TYPES: CustomTypesConfig = {
  getTypeParser: (id, format) => (id === BIGINT ? Number : types.getTypeParser(id, format)),
};

const MOST_CONNECTIONS = 10;
/** Milliseconds until a server that does not answer is given up. */
const CONNECT_TIMEOUT = 5_000;

/**
 * The engine of a PostgreSQL server.
 * @param url `postgres://user:password@host:port/database`
 */
export function postgresEngine(url: string, log: Log): Engine {
  const shown = shownPlace({ kind: 'server', url });
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: 'backstory',
    types: TYPES,
  });
  // Without a listener a server's restart would end the process. The pool opens another connection by itself.
  pool.on('error', (error) => log.warn({ reason: error.message }, `lost a connection to ${shown}`));
  return {
    name: 'postgres',
    dialect: new PostgresDialect({ pool }),
    shown,
    inspect: (db) => refuseOldServer(db, shown),
    runs: async (db) =>
      `PostgreSQL ${await serverVersion(db)}, which is new enough (${OLDEST_SERVER} is the oldest)`,
  };
}

/** Older ones are not tried with. */
const OLDEST_SERVER = 15;

async function refuseOldServer(db: Database, shown: string): Promise<void> {
  const version = await serverVersion(db);
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new StoreFailure(
    'too-old',
    `${shown} runs PostgreSQL ${version}; Backstory needs ${OLDEST_SERVER} or newer: upgrade the server`,
  );
}

async function serverVersion(db: Database): Promise<string> {
  const { rows } = await sql<{
    version: string;
  }>`select current_setting('server_version') as version`.execute(db);
  return rows[0]?.version ?? '';
}
