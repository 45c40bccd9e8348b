import type { WebClient } from '@slack/web-api';
import type { DigestStanding } from '../../src/chat/digest-intent.ts';
import type { ChannelSettings, Choice } from './channel-settings.ts';
import type { Place } from './incoming/place.ts';
import type { People, Profile } from './people.ts';

export interface ManagersOptions {
  readonly settings: ChannelSettings;
  readonly people: People;
  /** `SLACK_DIGEST_ADMINS_ONLY`. */
  readonly adminsOnly: boolean;
}

/**
 * Who may change what a channel does: workspace owners and admins, and whoever chose it first; anybody may be
 * that first one unless the operator said admins only. In a direct conversation: the person.
 */
export class Managers {
  readonly #options: ManagersOptions;

  constructor(options: ManagersOptions) {
    this.#options = options;
  }

  async mayChange(client: WebClient, place: Place, choice: Choice): Promise<boolean> {
    if (place.direct) return true;
    const { settings, people, adminsOnly } = this.#options;
    const { chosenBy } = await settings.get(place.team, place.channel);
    const first = chosenBy[choice];
    if (!adminsOnly && (first === undefined || first === place.user)) return true;
    return (await people.profile(client, place))?.admin ?? false;
  }

  /** What somebody may do with a channel's digests; who is a guest there starts none. */
  standing(profile: Profile | undefined): DigestStanding {
    if (profile?.admin) return 'manager';
    return this.#options.adminsOnly || !profile || profile.guest ? 'maker' : 'member';
  }
}
