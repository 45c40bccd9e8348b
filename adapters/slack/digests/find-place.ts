import type { WebClient } from '@slack/web-api';
import type { DigestPlace, DigestWhere, FindPlace } from '../../../src/chat/digest-intent.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import type { Place } from '../incoming/place.ts';
import type { Managers } from '../managers.ts';
import type { People, Profile } from '../people.ts';
import { type Patience, persist } from '../posting/persist.ts';

/** What finding places takes. */
export interface Finder {
  readonly people: People;
  readonly managers: Managers;
  readonly patience: Patience;
}

/** As `conversations.info` tells of a channel, of all that it tells. */
interface Told {
  readonly id?: string;
  readonly name?: string;
  readonly is_member?: boolean;
  readonly is_private?: boolean;
  readonly is_mpim?: boolean;
  readonly is_archived?: boolean;
}

/** Finds the places that somebody may mean who speaks of digests somewhere. */
export function placeFinder(finder: Finder, client: WebClient, place: Place): FindPlace {
  return async (where) => {
    const profile = await finder.people.profile(client, place);
    const zone = profile?.zone === undefined ? {} : { zone: profile.zone };
    if (where.kind === 'me' || (where.kind === 'here' && place.direct)) {
      return { ...personPlace(place), ...zone };
    }
    const isHere = where.kind === 'here' || channelId(where) === place.channel;
    const id = isHere ? place.channel : (channelId(where) ?? (await idOfName(finder, client, where)));
    const told = id === undefined ? undefined : await informationOn(finder, client, id);
    const standing = finder.managers.standing(profile);
    if (isHere) return { ...channelPlace(place, told ?? { id: place.channel }), standing, ...zone };
    if (!told || !(await maySee(finder, client, told, profile, place.user))) return undefined;
    return { ...channelPlace(place, told), standing, ...zone };
  };
}

function personPlace({ team, user }: Place): DigestPlace {
  return {
    destination: { platform: 'slack', workspace: team, kind: 'person', id: user },
    name: slackWording.yourDm,
    standing: 'manager',
  };
}

/** A channel that Slack tells nothing about is private, and the bot is not in it. */
function channelPlace({ team }: Place, told: Told): Omit<DigestPlace, 'standing'> {
  const { id = '', name, is_member, is_archived, is_mpim } = told;
  const hasName = name !== undefined && name !== '' && !is_mpim;
  const obstacle = is_archived ? slackWording.archived : is_member ? undefined : slackWording.notInChannel;
  return {
    destination: { platform: 'slack', workspace: team, kind: 'channel', id },
    name: hasName ? `#${name}` : slackWording.thisChannel,
    ...(obstacle !== undefined && { obstacle }),
  };
}

/** Slack's ids are capitals and digits, its channels' names never. */
function channelId(where: DigestWhere): string | undefined {
  return where.kind === 'channel' ? /^#?([CG][A-Z0-9]{2,})$/.exec(where.channel)?.[1] : undefined;
}

async function informationOn(
  { patience }: Finder,
  client: WebClient,
  channel: string,
): Promise<Told | undefined> {
  const asked = await persist(() => client.conversations.info({ channel }), patience, true);
  return 'failure' in asked ? undefined : asked.done.channel;
}

const MOST_PAGES = 10;

/** The id of a channel that was typed by name: one that the bot is in, for it can post to no other. */
async function idOfName(
  { patience }: Finder,
  client: WebClient,
  where: DigestWhere,
): Promise<string | undefined> {
  const name = where.kind === 'channel' ? where.channel.replace(/^#/, '').toLowerCase() : '';
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const from = cursor ? { cursor } : {};
    const asked = await persist(
      () => client.users.conversations({ types: 'public_channel,private_channel', limit: 200, ...from }),
      patience,
      true,
    );
    if ('failure' in asked) return undefined;
    const found = asked.done.channels?.find((channel) => channel.name === name);
    if (found) return found.id;
    cursor = asked.done.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

/** A full member sees every public channel; any other channel is seen by those who are in it. */
async function maySee(
  { patience }: Finder,
  client: WebClient,
  { id = '', is_private }: Told,
  profile: Profile | undefined,
  user: string,
): Promise<boolean> {
  if (!is_private && profile && !profile.guest) return true;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const from = cursor ? { cursor } : {};
    const asked = await persist(
      () => client.conversations.members({ channel: id, limit: 999, ...from }),
      patience,
      true,
    );
    if ('failure' in asked) return false;
    if (asked.done.members?.includes(user)) return true;
    cursor = asked.done.response_metadata?.next_cursor;
    if (!cursor) return false;
  }
  return false;
}
