import type { Ddl } from './ddl.ts';

/** What went wrong last with a delivery, kept when it is given up; those underway have it as their reason so far. */
export const lastTrouble: Ddl = () => [
  'alter table deliveries add column trouble text',
  `update deliveries set trouble = reason
    where state in ('due','claimed','sending') and reason is not null and reason <> 'sent-by-hand'`,
];
