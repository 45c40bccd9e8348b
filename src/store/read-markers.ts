import { sql, type Transaction } from 'kysely';
import type { Recalled, Told } from '../chat/memory.ts';
import type { ReadLimits, ReadMarker } from '../chat/read-marker.ts';
import type { Asker } from '../chat/request.ts';
import type { Slug } from '../story/article.ts';
import type { Database } from './store.ts';
import type { Tables } from './tables.ts';

/** The story of the asker's channel, and what the asker has read: two things, one round trip. */
export async function recallStories(
  db: Database,
  { platform, workspace, channel, user }: Asker,
  { keptFor, stories }: ReadLimits,
  now: number,
): Promise<Pick<Recalled, 'follows' | 'read'>> {
  const markers = db
    .selectFrom('read_markers')
    .select(['story', 'version', 'read_at', 'earlier_version', 'earlier_at'])
    .where('platform', '=', platform)
    .where('person', '=', user)
    // Slack's ids name somebody within their workspace only.
    .$if(platform === 'slack', (of) => of.where('workspace', '=', workspace))
    .where('read_at', '>', now - keptFor)
    .orderBy('read_at', 'desc')
    .limit(stories);
  const rows = await db
    .selectFrom('follows')
    .select(['story', NO_VERSION.as('version'), NO_TIME.as('read_at')])
    .select([NO_VERSION.as('earlier_version'), NO_TIME.as('earlier_at')])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('channel', '=', channel)
    .unionAll(db.selectFrom(markers.as('marker')).selectAll())
    .execute();
  let follows: Slug | undefined;
  const read = new Map<Slug, ReadMarker>();
  for (const row of rows) {
    const story = row.story as Slug;
    const marker = markerOf(row);
    if (!marker) follows = story;
    // Read in two servers of Discord's: whichever was later.
    else if (marker.at > (read.get(story)?.at ?? Number.NEGATIVE_INFINITY)) read.set(story, marker);
  }
  return { follows, read };
}

const NO_VERSION = sql<number | null>`cast(null as integer)`;
const NO_TIME = sql<number | null>`cast(null as bigint)`;

type MarkerColumns = {
  readonly [column in 'version' | 'read_at' | 'earlier_version' | 'earlier_at']: number | null;
};

function markerOf(row: MarkerColumns): ReadMarker | undefined {
  const last = readOnce(row.version, row.read_at);
  const earlier = readOnce(row.earlier_version, row.earlier_at);
  return last && { ...last, ...(earlier && { earlier }) };
}

function readOnce(version: number | null, at: number | null): { version: number; at: number } | undefined {
  return version === null || at === null ? undefined : { version, at };
}

/** Writes what somebody was told of a story over what they were told before. */
export async function putMarker(
  db: Transaction<Tables>,
  { platform, workspace, user }: Asker,
  { story, marker: { version, at, earlier } }: Told,
): Promise<void> {
  const row = {
    version,
    read_at: at,
    earlier_version: earlier?.version ?? null,
    earlier_at: earlier?.at ?? null,
  };
  await db
    .insertInto('read_markers')
    .values({ platform, workspace, person: user, story, ...row })
    .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person', 'story']).doUpdateSet(row))
    .execute();
}
