import type { Ddl } from './ddl.ts';

/** An index by which subscriptions are found that were reckoned by a clock that was ahead. */
export const reckonedIndex: Ddl = () => [
  'create index subscriptions_reckoned on subscriptions (reckoned_at)',
];
