import type { Ddl } from './ddl.ts';

/** Which workspaces an account of ours is in: what it was taken out of while nobody listened is found by that. */
export const memberships: Ddl = ({ strict }) => [
  `create table memberships (
    platform text not null,
    account text not null,
    workspace text not null,
    primary key (platform, account, workspace)
  )${strict}`,
];
