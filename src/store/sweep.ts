import { CONVERSATION_LIMITS } from '../chat/conversation.ts';
import { READ_LIMITS } from '../chat/read-marker.ts';
import type { Database, Store } from './store.ts';
import { EVENTS_KEPT_MS, REPLIES_KEPT_MS } from './stored-keep.ts';

/** A rate limit that nothing used for an hour holds nothing back. */
const SLOTS_KEPT_MS = 3_600_000;

/** Deletes what has expired, and the conversations longest unused beyond what is kept. @param now epoch milliseconds */
export async function sweep({ db }: Store, now: number, limits = CONVERSATION_LIMITS): Promise<void> {
  await db
    .deleteFrom('conversations')
    .where('touched_at', '<=', now - limits.keptFor)
    .execute();
  for (const [platform, most] of Object.entries(limits.apart ?? {})) {
    await dropConversations(db, most, platform);
  }
  await dropConversations(db, limits.conversations);
  await db
    .deleteFrom('read_markers')
    .where('read_at', '<=', now - READ_LIMITS.keptFor)
    .execute();
  await db
    .deleteFrom('inbound_events')
    .where('seen_at', '<=', now - EVENTS_KEPT_MS)
    .execute();
  await db
    .deleteFrom('kept_replies')
    .where('kept_at', '<', now - REPLIES_KEPT_MS)
    .execute();
  await db
    .deleteFrom('rate_slots')
    .where('next_at', '<', now - SLOTS_KEPT_MS)
    .execute();
}

/** Deletes the conversations longest unused beyond so many, of one platform or of all. */
async function dropConversations(db: Database, most: number, platform?: string): Promise<void> {
  const beyond = db
    .selectFrom('conversations')
    .select('touched_at')
    .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? ''))
    .orderBy('touched_at', 'desc')
    .offset(most)
    .limit(1);
  await db
    .deleteFrom('conversations')
    .where('touched_at', '<=', beyond)
    .$if(platform !== undefined, (query) => query.where('platform', '=', platform ?? ''))
    .execute();
}
