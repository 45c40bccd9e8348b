/**
 * What an adapter keeps over restarts and shares with its other processes; every `Keep` is one platform's. Values
 * come back as they went in, perhaps from an older version of the program: read them as carefully as any input.
 */
export interface Keep {
  /**
   * Takes a request on that the platform may send more than once.
   * @returns whether nobody took it on in the last 24 hours: whoever gets `true` does the work
   */
  takeOn(id: string): Promise<boolean>;
  /** Notes that a workspace is greeted. @returns whether it had not been */
  greet(workspace: string): Promise<boolean>;
  /** What a channel's managers chose. */
  readonly settings: KeptSettings;
  /** Replies that somebody may want once more. */
  readonly replies: KeptOnce;
  /** Sealed tokens, by workspace or organisation. */
  readonly installations: KeptTexts;
  /** Where the bot is a member: what it was taken out of while nobody listened is found by that. */
  readonly memberships: KeptMemberships;
  /** Deletes everything of a workspace the bot was taken out of, but its installations. */
  forgetWorkspace(workspace: string): Promise<void>;
}

export interface KeptSettings {
  /** `undefined` when nothing was chosen. */
  get(workspace: string, channel: string): Promise<unknown>;
  /** @param setting fit for JSON */
  set(workspace: string, channel: string, setting: unknown): Promise<void>;
}

export interface KeptOnce {
  /** Keeps a value for half an hour. @param value fit for JSON @returns what to ask for it with */
  keep(value: unknown): Promise<string>;
  /** Gives it out once; `undefined` from then on, and when it is too old. */
  take(id: string): Promise<unknown>;
}

export interface KeptMemberships {
  /** Workspaces in which an account of the bot's was seen and that were not forgotten since. */
  of(account: string): Promise<readonly string[]>;
  /** The account is a member of these. */
  note(account: string, workspaces: readonly string[]): Promise<void>;
}

export interface KeptTexts {
  put(key: string, text: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Every text whose key begins so, with its key. */
  list(beginning: string): Promise<readonly (readonly [key: string, text: string])[]>;
}
