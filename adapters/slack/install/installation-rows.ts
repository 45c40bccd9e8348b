/** Where sealed installations are kept, by workspace or organisation. The store never sees a token. */
export interface InstallationRows {
  put(key: string, sealed: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
  delete(key: string): Promise<void>;
  /** Every row whose key begins so. */
  list(beginning: string): Promise<readonly (readonly [key: string, sealed: string])[]>;
}

/** Keeps them as long as the process runs. */
export class MemoryInstallationRows implements InstallationRows {
  readonly #rows = new Map<string, string>();

  async put(key: string, sealed: string): Promise<void> {
    this.#rows.set(key, sealed);
  }

  async get(key: string): Promise<string | undefined> {
    return this.#rows.get(key);
  }

  async delete(key: string): Promise<void> {
    this.#rows.delete(key);
  }

  async list(beginning: string): Promise<readonly (readonly [string, string])[]> {
    return [...this.#rows].filter(([key]) => key.startsWith(beginning));
  }
}
