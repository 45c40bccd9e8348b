import { PostgresDialect } from 'kysely';
import { type CustomTypesConfig, Pool, types } from 'pg';
import type { Log } from '../../ops/log.ts';
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
  const shown = shownUrl(url);
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
  return { name: 'postgres', dialect: new PostgresDialect({ pool }), shown };
}

/** The address without user and password. */
function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'the database server';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
