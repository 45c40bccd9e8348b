import { Client } from 'pg';
import type { Log } from '../ops/log.ts';
import { StoreFailure } from './store-failure.ts';

/** The key of the server's advisory lock: "backstory" in digits of a telephone. */
const KEY = 222578679;
const AGAIN_AFTER_MS = 5_000;

/**
 * Marks that a service uses the server's database, for as long as the process lives: several may, and a restore
 * sees them.
 * @returns what takes the mark away
 */
export async function attendServer(url: string, log: Log): Promise<() => Promise<void>> {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let gone = false;
  const again = (reason: string): void => {
    client = undefined;
    if (gone) return;
    log.debug({ reason }, 'the mark in the database is lost; setting it again');
    timer = setTimeout(() => void attend().catch((error: unknown) => again(String(error))), AGAIN_AFTER_MS);
    timer.unref();
  };
  const attend = async (): Promise<void> => {
    const next = await connect(url, 'backstory');
    next.on('error', (error) => again(error.message));
    client = next;
    await next.query('select pg_advisory_lock_shared($1)', [KEY]);
  };
  await attend();
  return async () => {
    gone = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}

/**
 * Takes the server's database for this process alone.
 * @returns what gives it back
 * @throws {StoreFailure} `in-use` while a service uses it
 */
export async function takeServer(url: string, shown: string): Promise<() => Promise<void>> {
  const client = await connect(url, 'backstory restore');
  client.on('error', () => undefined);
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [KEY]);
  if (rows[0]?.free) return () => client.end();
  await client.end();
  throw new StoreFailure(
    'in-use',
    `${shown} is in use by a Backstory service; stop every service that uses it first`,
  );
}

async function connect(url: string, name: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  await client.connect();
  return client;
}
