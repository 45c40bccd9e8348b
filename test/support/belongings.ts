import { randomUUID } from 'node:crypto';
import type { Answer } from '../../src/answering/answer.ts';
import { askerId } from '../../src/chat/conversation.ts';
import type { ConversationKey } from '../../src/chat/request.ts';
import type { Store } from '../../src/store/store.ts';
import { StoredMemory } from '../../src/store/stored-memory.ts';
import { tableKeys } from '../../src/store/table-keys.ts';
import type { Slug } from '../../src/story/article.ts';

/** Whose things are in the store. */
export interface Owner {
  readonly platform: 'discord' | 'slack';
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
}

const ANSWER: Answer = { kind: 'unanswered', confidence: 0, sentences: [], type: 'who' };
const AT = Date.UTC(2026, 10, 2, 12);

/** Puts into the store whatever it keeps of a workspace and a channel of it, somebody's name in their settings. */
export async function addPlace({ db }: Store, { platform, workspace, channel, user }: Owner): Promise<void> {
  const place = { platform, workspace, channel };
  await db
    .insertInto('channel_settings')
    .values({
      ...place,
      setting: JSON.stringify({ replies: 'thread', chosenBy: { replies: user } }),
      updated_at: AT,
    })
    .execute();
  await db
    .insertInto('follows')
    .values({ ...place, story: 'bridge', updated_at: AT })
    .execute();
  await db.insertInto('greeted').values({ platform, workspace, channel: '', greeted_at: AT }).execute();
  await db.insertInto('memberships').values({ platform, account: 'another', workspace }).execute();
  await addSubscription({ db }, { platform, workspace, channel, user }, 'channel');
}

/** Puts into the store whatever it keeps of a person: what they asked, read and are sent. */
export async function addPerson(store: Store, owner: Owner): Promise<void> {
  await addTalk(store, owner);
  await addSubscription(store, owner, 'person');
}

/** A question of theirs, and that they have read of the story. */
export async function addTalk(store: Store, owner: Owner): Promise<void> {
  const { platform, workspace, channel, user } = owner;
  const conversation = `${platform}:${workspace}:${channel}:${user}` as ConversationKey;
  const asker = { ...owner, conversation, manager: false };
  const story = 'bridge' as Slug;
  const turn = { story, version: 1, question: 'Who?', answer: ANSWER, follows: false, by: askerId(asker) };
  const told = { story, marker: { version: 1, at: AT } };
  await new StoredMemory(store).keep(asker, { turns: [turn], settled: { story }, told, unhelpful: [] }, AT);
}

async function addSubscription(
  { db }: Pick<Store, 'db'>,
  { platform, workspace, channel, user }: Owner,
  kind: 'channel' | 'person',
): Promise<void> {
  const id = `${kind}-${platform}-${workspace}-${channel}-${user}`.toLowerCase();
  // Discord's direct messages are no one server's.
  const within = kind === 'person' && platform === 'discord' ? '' : workspace;
  await db
    .insertInto('subscriptions')
    .values({
      id,
      platform,
      workspace: within,
      place_kind: kind,
      place: kind === 'person' ? user : channel,
      story: 'bridge',
      local_minute: 480,
      weekdays: 127,
      zone: 'UTC',
      when_unchanged: 'line',
      trouble: null,
      told_at: null,
      created_by: user,
      next_due_at: AT,
      last_local_date: null,
      reckoned_at: AT,
      tzdata: '',
      created_at: AT,
      updated_at: AT,
    })
    .execute();
  await db
    .insertInto('deliveries')
    .values({
      id: `d-${id}`,
      subscription_id: id,
      local_date: '2026-11-02',
      occurrence_at: AT,
      platform,
      run_at: AT,
      lease_by: null,
      lease_until: null,
      nonce: randomUUID().slice(0, 25),
      posting: null,
      versions: null,
      first_tried_at: null,
      reason: null,
      detail: null,
      created_at: AT,
      finished_at: null,
    })
    .execute();
}

/** Every row there is, as text, by table; tables that are left out hold nothing of anybody. */
export async function everything({ db, engine }: Store): Promise<Record<string, readonly string[]>> {
  const tables = await tableKeys(engine, db);
  const all = await Promise.all(
    tables
      .filter(({ table }) => !PASSING.includes(table))
      .map(async ({ table }) => {
        const rows = await db
          .selectFrom(table as 'follows')
          .selectAll()
          .execute();
        return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
      }),
  );
  return Object.fromEntries(all);
}

/** What holds stories, or expires within a day without naming anybody. */
const PASSING = ['story_versions', 'feedback', 'inbound_events', 'rate_slots', 'kept_replies'];
