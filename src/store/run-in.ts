import type { Transaction } from 'kysely';
import { isCollision, lightly } from './engine/differences.ts';
import type { Database, EngineName, TransactionOptions } from './store.ts';
import type { Tables } from './tables.ts';

/** After so many collisions something else is wrong. */
const MOST_ATTEMPTS = 8;

/** Runs work in a transaction, again when another one was in its way; see `Store.transaction`. */
export async function runIn<T>(
  db: Database,
  engine: EngineName,
  work: (db: Transaction<Tables>) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await runOnce(db, engine, work, options);
    } catch (error) {
      if (attempts >= MOST_ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}

function runOnce<T>(
  db: Database,
  engine: EngineName,
  work: (db: Transaction<Tables>) => Promise<T>,
  { isolated = false, light = false }: TransactionOptions,
): Promise<T> {
  if (light) return lightly(engine, db, work);
  // SQLite's are always isolated.
  const transaction = db.transaction();
  return (isolated ? transaction.setIsolationLevel('serializable') : transaction).execute(work);
}
