import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth';
import { z } from 'zod';
import type { InstallationRows } from './installation-rows.ts';
import { OrganisationMembers } from './organisation-members.ts';
import { ROW_KEYS } from './row-keys.ts';
import type { Sealer } from './sealer.ts';

/** Nobody installed the app where a request came from. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** The part of an installation nothing works without; the rest is Slack's and comes back as it went in. */
const stored = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ token: z.string(), id: z.string(), userId: z.string(), scopes: z.array(z.string()) }),
});

/** Installations by workspace, or by organisation when it was installed for all of it, sealed at rest. */
export class SealedInstallations implements InstallationStore {
  readonly #rows: InstallationRows;
  readonly #sealer: Sealer;
  readonly members: OrganisationMembers;

  constructor(rows: InstallationRows, sealer: Sealer) {
    this.#rows = rows;
    this.#sealer = sealer;
    this.members = new OrganisationMembers(rows, sealer);
  }

  async storeInstallation<Version extends 'v1' | 'v2'>(
    installation: Installation<Version, boolean>,
  ): Promise<void> {
    const key = installation.isEnterpriseInstall
      ? enterpriseKey(installation.enterprise?.id)
      : teamKey(installation.team?.id);
    await this.#rows.put(key, this.#sealer.seal(JSON.stringify(installation), key));
  }

  /** The workspace's own installation, else its organisation's. */
  readonly fetchInstallation = async (query: InstallationQuery<boolean>): Promise<Installation> => {
    const enterprise =
      query.enterpriseId ?? (query.teamId && (await this.members.enterpriseOf(query.teamId)));
    const keys = [
      ...(query.isEnterpriseInstall || !query.teamId ? [] : [teamKey(query.teamId)]),
      ...(enterprise ? [enterpriseKey(enterprise)] : []),
    ];
    for (const key of keys) {
      const sealed = await this.#rows.get(key);
      if (sealed === undefined) continue;
      const text = this.#sealer.open(sealed, key);
      if (this.#sealer.isStale(sealed)) await this.#rows.put(key, this.#sealer.seal(text, key));
      const installation = JSON.parse(text);
      stored.parse(installation);
      if (query.teamId && enterprise && key === enterpriseKey(enterprise)) {
        await this.members.note(query.teamId, enterprise, sealed);
      }
      return installation;
    }
    throw new NotInstalled(`not installed in ${keys.join(' or ') || 'no workspace'}`);
  };

  readonly deleteInstallation = async (query: InstallationQuery<boolean>): Promise<void> => {
    const key =
      query.isEnterpriseInstall || !query.teamId ? enterpriseKey(query.enterpriseId) : teamKey(query.teamId);
    await this.#rows.delete(key);
  };
}

function teamKey(id: string | undefined): string {
  if (!id) throw new NotInstalled('an installation without a workspace');
  return ROW_KEYS.team(id);
}

function enterpriseKey(id: string | undefined): string {
  if (!id) throw new NotInstalled('an installation without an organisation');
  return ROW_KEYS.enterprise(id);
}
