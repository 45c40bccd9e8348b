import { firstTables } from './0001-first-tables.ts';
import { readBefore } from './0002-read-before.ts';
import { memberships } from './0003-memberships.ts';
import { lastTrouble } from './0004-last-trouble.ts';
import { reckonedIndex } from './0005-reckoned-index.ts';
import type { Ddl } from './ddl.ts';

/** Every migration by its name; they run in the order of the names. */
export const ALL_MIGRATIONS: Readonly<Record<string, Ddl>> = {
  '0001-first-tables': firstTables,
  '0002-read-before': readBefore,
  '0003-memberships': memberships,
  '0004-last-trouble': lastTrouble,
  '0005-reckoned-index': reckonedIndex,
};
