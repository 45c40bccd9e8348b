import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import type { ChannelSettings, Choice } from './channel-settings.ts';
import type { Place } from './incoming/place.ts';
import { type Patience, persist } from './posting/persist.ts';

/** Somebody made an admin is one here within this time: milliseconds. */
const REMEMBERED = 10 * 60_000;
const MAX_REMEMBERED = 10_000;

export interface ManagersOptions {
  readonly settings: ChannelSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
  /** `SLACK_DIGEST_ADMINS_ONLY`. */
  readonly adminsOnly: boolean;
}

/**
 * Who may change what a channel does: workspace owners and admins, and whoever chose it first; anybody may be
 * that first one unless the operator said admins only. In a direct conversation: the person.
 */
export class Managers {
  readonly #options: ManagersOptions;
  readonly #admins = new Map<string, { readonly admin: boolean; readonly at: number }>();

  constructor(options: ManagersOptions) {
    this.#options = options;
  }

  async mayChange(client: WebClient, place: Place, choice: Choice): Promise<boolean> {
    if (place.direct) return true;
    const { settings, adminsOnly } = this.#options;
    const { chosenBy } = await settings.get(place.team, place.channel);
    const first = chosenBy[choice];
    if (!adminsOnly && (first === undefined || first === place.user)) return true;
    return this.#isAdmin(client, place);
  }

  async #isAdmin(client: WebClient, { team, user }: Place): Promise<boolean> {
    const { clock, log, patience } = this.#options;
    const key = `${team}:${user}`;
    const known = this.#admins.get(key);
    if (known && clock.now() - known.at < REMEMBERED) return known.admin;
    const asked = await persist(() => client.users.info({ user }), patience, true);
    if ('failure' in asked) {
      log.warn({ ...asked.failure }, 'cannot ask Slack who is an admin');
      return false;
    }
    const { is_admin, is_owner, is_primary_owner } = asked.done.user ?? {};
    const admin = is_admin === true || is_owner === true || is_primary_owner === true;
    this.#admins.delete(key);
    this.#admins.set(key, { admin, at: clock.now() });
    const [oldest] = this.#admins.keys();
    if (this.#admins.size > MAX_REMEMBERED && oldest !== undefined) this.#admins.delete(oldest);
    return admin;
  }
}
