import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Keep, KeptMemberships, KeptOnce, KeptSettings, KeptTexts } from '../chat/keep.ts';
import type { Clock } from '../ops/clock.ts';
import { forgetWorkspace } from './forget.ts';
import type { Store } from './store.ts';

/** How long platforms may send an event again: a day. Milliseconds. */
export const EVENTS_KEPT_MS = 24 * 3_600_000;
/** As long as Slack's response_url lives. Milliseconds. */
export const REPLIES_KEPT_MS = 30 * 60_000;

/** What an adapter keeps, in the store. @param platform whose: as askers name it */
export function createStoredKeep(store: Store, platform: string, clock: Clock): Keep {
  return {
    takeOn: (id) => takeOn(store, platform, { id, now: clock.now() }),
    greet: (workspace) => greet(store, platform, { workspace, now: clock.now() }),
    settings: storedSettings(store, platform, clock),
    replies: storedReplies(store, clock),
    installations: storedInstallations(store, clock),
    memberships: storedMemberships(store, platform),
    forgetWorkspace: (workspace) => forgetWorkspace(store, platform, workspace),
  };
}

async function takeOn(
  store: Store,
  platform: string,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<boolean> {
  const taken = await store.transaction(
    (db) =>
      db
        .insertInto('inbound_events')
        .values({ platform, id, seen_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'id'])
            .doUpdateSet({ seen_at: now })
            .where('inbound_events.seen_at', '<=', now - EVENTS_KEPT_MS),
        )
        .returning('id')
        .execute(),
    { light: true },
  );
  return taken.length > 0;
}

async function greet(
  { db }: Store,
  platform: string,
  { workspace, now }: { readonly workspace: string; readonly now: number },
): Promise<boolean> {
  const first = await db
    .insertInto('greeted')
    .values({ platform, workspace, channel: '', greeted_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('workspace')
    .execute();
  return first.length > 0;
}

function storedSettings({ db }: Store, platform: string, clock: Clock): KeptSettings {
  return {
    async get(workspace, channel) {
      const row = await db
        .selectFrom('channel_settings')
        .select('setting')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row && JSON.parse(row.setting);
    },
    async set(workspace, channel, value) {
      const chosen = { setting: JSON.stringify(value), updated_at: clock.now() };
      await db
        .insertInto('channel_settings')
        .values({ platform, workspace, channel, ...chosen })
        .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet(chosen))
        .execute();
    },
  };
}

function storedReplies(store: Store, clock: Clock): KeptOnce {
  return {
    async keep(value) {
      const id = randomUUID();
      const row = { id, reply: JSON.stringify(value), kept_at: clock.now() };
      await store.transaction((db) => db.insertInto('kept_replies').values(row).execute(), { light: true });
      return id;
    },
    async take(id) {
      const [row] = await store.db
        .deleteFrom('kept_replies')
        .where('id', '=', id)
        .returning(['reply', 'kept_at'])
        .execute();
      return row && clock.now() - row.kept_at <= REPLIES_KEPT_MS ? JSON.parse(row.reply) : undefined;
    },
  };
}

/** Rows written in one statement: SQLite takes 32,766 values at most. */
const AT_ONCE = 1_000;

function storedMemberships({ db }: Store, platform: string): KeptMemberships {
  return {
    async of(account) {
      const rows = await db
        .selectFrom('memberships')
        .select('workspace')
        .where('platform', '=', platform)
        .where('account', '=', account)
        .execute();
      return rows.map(({ workspace }) => workspace);
    },
    async note(account, workspaces) {
      for (let from = 0; from < workspaces.length; from += AT_ONCE) {
        const rows = workspaces
          .slice(from, from + AT_ONCE)
          .map((workspace) => ({ platform, account, workspace }));
        await db
          .insertInto('memberships')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}

function storedInstallations({ db }: Store, clock: Clock): KeptTexts {
  return {
    async put(key, sealed) {
      const row = { sealed, updated_at: clock.now() };
      await db
        .insertInto('installations')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async get(key) {
      const row = await db
        .selectFrom('installations')
        .select('sealed')
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.sealed;
    },
    async delete(key) {
      await db.deleteFrom('installations').where('key', '=', key).execute();
    },
    async list(beginning) {
      const rows = await db
        .selectFrom('installations')
        .select(['key', 'sealed'])
        .where((on) => on(sql`substr(key, 1, ${sql.lit(beginning.length)})`, '=', beginning))
        .execute();
      return rows.map(({ key, sealed }) => [key, sealed] as const);
    },
  };
}
