/** Where a workspace's own installation is kept, an organisation's, and which organisation a workspace is of. */
export const ROW_KEYS = {
  team: (id: string) => `slack:team:${id}`,
  enterprise: (id: string) => `slack:enterprise:${id}`,
  member: (team: string) => `${MEMBERS}${team}`,
} as const;

/** What the keys of all workspaces of organisations begin with. */
export const MEMBERS = 'slack:member:';
