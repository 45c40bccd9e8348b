import type { Ddl } from './ddl.ts';

/** What somebody had read before, and an index by which what is too old is found. */
export const readBefore: Ddl = ({ big }) => [
  'alter table read_markers add column earlier_version integer',
  `alter table read_markers add column earlier_at ${big}`,
  'create index read_markers_read on read_markers (read_at)',
];
