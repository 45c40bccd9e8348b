import type { InstallationRows } from './installation-rows.ts';
import { MEMBERS, ROW_KEYS } from './row-keys.ts';
import type { Sealer } from './sealer.ts';

/** Which workspaces have the app by their organisation, as far as requests of theirs have told. */
export interface Members {
  /** Those that have it by their organisation alone. */
  of(enterprise: string): Promise<readonly string[]>;
  /** The workspace has it no longer. */
  remove(team: string): Promise<void>;
}

/** A settings' token is one installation, of whatever it is: nobody has the app by anybody else. */
export const NO_MEMBERS: Members = { of: async () => [], remove: async () => {} };

/** Kept beside the installations, sealed as they are. */
export class OrganisationMembers implements Members {
  readonly #rows: InstallationRows;
  readonly #sealer: Sealer;
  /** By workspace, the installation it was written down with: one made anew after the app was taken away notes it again. */
  readonly #noted = new Map<string, string>();

  constructor(rows: InstallationRows, sealer: Sealer) {
    this.#rows = rows;
    this.#sealer = sealer;
  }

  /**
   * A digest knows only its workspace: its organisation is written down when a request of Slack's names both.
   * @param installation the organisation's, sealed
   */
  async note(team: string, enterprise: string, installation: string): Promise<void> {
    const mark = installation.slice(0, MARK_LENGTH);
    if (this.#noted.get(team) === mark) return;
    const key = ROW_KEYS.member(team);
    await this.#rows.put(key, this.#sealer.seal(enterprise, key));
    this.#noted.set(team, mark);
  }

  async enterpriseOf(team: string): Promise<string | undefined> {
    const sealed = await this.#rows.get(ROW_KEYS.member(team));
    return sealed === undefined ? undefined : this.#sealer.open(sealed, ROW_KEYS.member(team));
  }

  async of(enterprise: string): Promise<readonly string[]> {
    const members: string[] = [];
    for (const [key, sealed] of await this.#rows.list(MEMBERS)) {
      const team = key.slice(MEMBERS.length);
      if (this.#opened(sealed, key) !== enterprise) continue;
      if ((await this.#rows.get(ROW_KEYS.team(team))) === undefined) members.push(team);
    }
    return members;
  }

  async remove(team: string): Promise<void> {
    this.#noted.delete(team);
    await this.#rows.delete(ROW_KEYS.member(team));
  }

  /** One that cannot be opened any more keeps nobody from finding the others. */
  #opened(sealed: string, key: string): string | undefined {
    try {
      return this.#sealer.open(sealed, key);
    } catch {
      return undefined;
    }
  }
}

/** The beginning of what is sealed holds its nonce: no two are alike. */
const MARK_LENGTH = 32;
