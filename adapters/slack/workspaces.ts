/** What is kept of workspaces, by whoever keeps it. */
export interface Workspaces {
  /** Deletes everything of a workspace, or organisation, that took the app away. */
  forget(team: string): Promise<void>;
}
