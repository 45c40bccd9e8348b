import type { WebClient } from '@slack/web-api';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import { type Patience, persist } from './posting/persist.ts';

/** What Slack says of somebody. */
export interface Profile {
  /** An owner of the workspace counts. */
  readonly admin: boolean;
  /** Sees only the channels they are in: a guest, or somebody of another organisation. */
  readonly guest: boolean;
  /** IANA name. */
  readonly zone: string | undefined;
}

export interface PeopleOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly patience: Patience;
}

/** Somebody made an admin is one here within this time: milliseconds. */
const REMEMBERED = 10 * 60_000;
const MAX_REMEMBERED = 10_000;

/** Whom Slack knows; asked once for a while. */
export class People {
  readonly #options: PeopleOptions;
  readonly #profiles = new Map<string, { readonly profile: Profile; readonly at: number }>();

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** @returns undefined when Slack does not say */
  async profile(
    client: WebClient,
    { team, user }: { readonly team: string; readonly user: string },
  ): Promise<Profile | undefined> {
    const { clock, log, patience } = this.#options;
    const key = `${team}:${user}`;
    const known = this.#profiles.get(key);
    if (known && clock.now() - known.at < REMEMBERED) return known.profile;
    const asked = await persist(() => client.users.info({ user }), patience, true);
    if ('failure' in asked) {
      log.warn({ ...asked.failure }, 'cannot ask Slack who somebody is');
      return undefined;
    }
    const { is_admin, is_owner, is_primary_owner, ...one } = asked.done.user ?? {};
    const profile = {
      admin: is_admin === true || is_owner === true || is_primary_owner === true,
      guest: one.is_restricted === true || one.is_ultra_restricted === true || one.is_stranger === true,
      zone: one.tz,
    };
    this.#profiles.delete(key);
    this.#profiles.set(key, { profile, at: clock.now() });
    const [oldest] = this.#profiles.keys();
    if (this.#profiles.size > MAX_REMEMBERED && oldest !== undefined) this.#profiles.delete(oldest);
    return profile;
  }
}
