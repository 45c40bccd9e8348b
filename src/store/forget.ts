import type { Transaction } from 'kysely';
import { askerId } from '../chat/conversation.ts';
import type { Destination } from '../chat/destination.ts';
import type { Asker } from '../chat/request.ts';
import type { Store } from './store.ts';
import { removeSubscriptionsAt } from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** A person as their platform names them; on Slack within a workspace, elsewhere wherever they are. */
export type Person = Pick<Asker, 'platform' | 'workspace' | 'user'>;

/**
 * Deletes everything there is of a person: their questions, the conversations nobody else had a part in, what
 * they have read and the digests they get. What they chose for a channel stays, without their name.
 * @param conversation the one they ask in, which goes too when nobody else's questions are in it
 */
export async function forgetPerson(store: Store, person: Person, conversation: string): Promise<void> {
  const { platform, user } = person;
  const by = askerId(person);
  await store.transaction(async (db) => {
    await db
      .deleteFrom('conversations')
      .where((on) =>
        on.and([
          on.or([
            on('key', '=', conversation),
            on('touched_by', '=', by),
            on(
              'key',
              'in',
              on.selectFrom('conversation_turns').select('conversation').where('asked_by', '=', by),
            ),
          ]),
          on.not(
            on.exists(
              on
                .selectFrom('conversation_turns')
                .select('position')
                .whereRef('conversation_turns.conversation', '=', 'conversations.key')
                .where('asked_by', '<>', by),
            ),
          ),
        ]),
      )
      .execute();
    await db.deleteFrom('conversation_turns').where('asked_by', '=', by).execute();
    await db.updateTable('conversations').set({ touched_by: '' }).where('touched_by', '=', by).execute();
    await db
      .deleteFrom('read_markers')
      .where('platform', '=', platform)
      .where('person', '=', user)
      .$if(platform === 'slack', (of) => of.where('workspace', '=', person.workspace))
      .execute();
    await forgetOrders(db, person);
    await forgetChoices(db, person);
  });
}

async function forgetOrders(db: Transaction<Tables>, { platform, workspace, user }: Person): Promise<void> {
  if (platform !== 'discord' && platform !== 'slack') return;
  const isLocal = platform === 'slack';
  await db
    .deleteFrom('subscriptions')
    .where('platform', '=', platform)
    .where('place_kind', '=', 'person')
    .where('place', '=', user)
    .$if(isLocal, (of) => of.where('workspace', '=', workspace))
    .execute();
  await db
    .updateTable('subscriptions')
    .set({ created_by: '' })
    .where('platform', '=', platform)
    .where('created_by', '=', user)
    .$if(isLocal, (of) => of.where('workspace', '=', workspace))
    .execute();
}

async function forgetChoices(
  db: Transaction<Tables>,
  { platform, workspace: own, user }: Person,
): Promise<void> {
  const rows = await db
    .selectFrom('channel_settings')
    .selectAll()
    .where('platform', '=', platform)
    .where('setting', 'like', `%${JSON.stringify(user)}%`)
    .$if(platform === 'slack', (of) => of.where('workspace', '=', own))
    .execute();
  for (const { workspace, channel, setting } of rows) {
    const nameless = JSON.stringify(JSON.parse(setting, (_, value) => (value === user ? undefined : value)));
    await db
      .updateTable('channel_settings')
      .set({ setting: nameless })
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .execute();
  }
}

/** Deletes everything of a channel that is gone, or that the bot was taken out of. Its conversations expire in a day. */
export async function forgetChannel(store: Store, { platform, workspace, id }: Destination): Promise<void> {
  await store.transaction(async (db) => {
    for (const table of ['channel_settings', 'follows', 'greeted'] as const) {
      await db
        .deleteFrom(table)
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', id)
        .execute();
    }
    await removeSubscriptionsAt(db, { platform, workspace, place_kind: 'channel', place: id });
  });
}

/** Deletes everything of a workspace or server that the bot was taken out of; its installation is the adapter's. */
export async function forgetWorkspace(store: Store, platform: string, workspace: string): Promise<void> {
  // "" is where direct messages are: no one workspace's.
  if (workspace === '') return;
  await store.transaction(async (db) => {
    for (const table of OF_A_WORKSPACE) {
      await db
        .deleteFrom(table)
        .where('platform', '=', platform as 'discord' | 'slack')
        .where('workspace', '=', workspace)
        .execute();
    }
  });
}

const OF_A_WORKSPACE = [
  'channel_settings',
  'follows',
  'greeted',
  'conversations',
  'read_markers',
  'memberships',
  'subscriptions',
] as const;
