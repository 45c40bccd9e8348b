import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptStores } from '../../../adapters/slack/kept-stores.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { Store } from '../../../src/store/store.ts';
import { createStoredKeep } from '../../../src/store/stored-keep.ts';
import { StoredMemory } from '../../../src/store/stored-memory.ts';
import type { Person } from '../../doubles/slack/person.ts';
import type { Channel } from '../../doubles/slack/workspace.ts';
import { addPerson, addPlace, everything } from '../../support/belongings.ts';
import { storedDigests } from '../../support/stored-digests.ts';
import { installed } from './installed.ts';
import { type Rig, startRig } from './rig.ts';

describe('what is kept of Slack', () => {
  let store: Store;
  let rig: Rig;
  let ada: Person;
  let channel: Channel;

  beforeEach(async () => {
    const { digests, sources, ...opened } = await storedDigests();
    store = opened.store;
    rig = await startRig('http', {
      clock: systemClock,
      chat: createChat({ stories: sources.stories, memory: new StoredMemory(store), digests }),
      digests,
      stores: keptStores(createStoredKeep(store, 'slack', systemClock)),
      settings: { install: OAUTH },
    });
    expect((await installed(rig)).status).toBe(200);
    ada = rig.double.person({ admin: true });
    channel = rig.double.channel([ada], { name: 'general' });
    const elsewhere = {
      platform: 'slack',
      workspace: 'T-other',
      channel: channel.id,
      user: ada.user.id,
    } as const;
    await addPlace(store, elsewhere);
    await addPerson(store, elsewhere);
    await store.db
      .insertInto('installations')
      .values({ key: 'slack:team:T-other', sealed: 'x', updated_at: 1 })
      .execute();
  });
  afterEach(async () => {
    await rig[Symbol.asyncDispose]();
    await store.close();
  });

  const use = async (who: Person, command: string, text: string, where = channel) => {
    await who.slash(where, command, text);
    await rig.settled();
    return rig.double.whispered(where, who).at(-1)?.text;
  };
  const live = async (who: Person): Promise<void> => {
    await use(who, '/ask', 'Who is Tomas Reyes?');
    await who.directMessage('What did he say?');
    await rig.settled();
    await use(who, '/digest', 'subscribe me 8:00 UTC');
  };

  it('of a person goes when they say so, in every channel, and nobody else’s', async () => {
    const bob = rig.double.person();
    await live(bob);
    const before = await everything(store);
    await live(ada);
    const kept = await everything(store);
    for (const table of ['conversations', 'read_markers', 'subscriptions']) {
      expect([table, kept[table]?.join()]).toEqual([table, expect.stringContaining(ada.user.id)]);
    }
    expect(await use(ada, '/backstory', 'forget')).toContain('the digests that went to you alone');
    expect(await everything(store)).toEqual(before);
  });

  it('of a channel goes when the bot is taken out of it', async () => {
    const before = await everything(store);
    await use(ada, '/digest', 'subscribe 8:00 UTC');
    await use(ada, '/backstory', 'replies channel');
    await rig.double.announce({ type: 'channel_left', channel: channel.id });
    await rig.settled();
    expect(await everything(store)).toEqual(before);
  });

  it.each([{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }])(
    'of a workspace goes with $type, its token too, and of no other',
    async (event) => {
      await live(ada);
      await use(ada, '/digest', 'subscribe 8:00 UTC');
      await use(ada, '/backstory', 'replies channel');
      await use(ada, '/backstory', 'story harbour-bridge');
      const kept = await everything(store);
      for (const table of OF_A_WORKSPACE) {
        expect([table, kept[table]?.join()]).toEqual([table, expect.stringContaining(rig.double.team)]);
      }
      await rig.double.announce(event);
      await rig.settled();
      const left = await everything(store);
      expect(JSON.stringify(left)).not.toContain(rig.double.team);
      for (const table of OF_A_WORKSPACE) {
        expect([table, left[table]?.length]).toEqual([table, 1]);
      }
      expect(left['subscriptions']).toHaveLength(2);
    },
  );

  it('of a workspace goes when its token turns out to be over, though nobody told', async () => {
    await live(ada);
    await use(ada, '/backstory', 'replies channel');
    rig.double.state.credentials.revoke(rig.double.token().token);
    await rig.double.channel([ada]);
    await ada.directMessage('Who is Tomas Reyes?');
    await rig.settled();
    await expect.poll(async () => JSON.stringify(await everything(store))).not.toContain(rig.double.team);
  });

  describe('where an organisation installed the app', () => {
    let eve: Person;
    let desk: Channel;
    let before: Record<string, readonly string[]>;

    beforeEach(async () => {
      await rig.double.announce({ type: 'app_uninstalled' });
      await rig.settled();
      before = await everything(store);
      rig.double.installer = { team: rig.double.team, user: 'U1', enterprise: 'E0001' };
      expect((await installed(rig)).status).toBe(200);
      eve = rig.double.person({ team: 'T0002', admin: true });
      desk = rig.double.channel([eve]);
      for (const [who, where] of [
        [ada, rig.double.channel([ada])],
        [eve, desk],
      ] as const) {
        await use(who, '/digest', 'subscribe 8:00 UTC', where);
        await use(who, '/backstory', 'replies channel', where);
        await use(who, '/ask', 'Who is Tomas Reyes?', where);
      }
      await rig.restart();
    });
    const keeps = async (team: string) =>
      Object.entries(await everything(store))
        .filter(([, rows]) => rows.some((row) => row.includes(team)))
        .map(([table]) => table);
    const OF_A_MEMBER = ['channel_settings', 'conversations', 'read_markers', 'subscriptions'];

    it.each([
      {
        type: 'app_uninstalled',
        wrapper: { team_id: null, enterprise_id: 'E0001' },
      },
      {
        type: 'tokens_revoked',
        tokens: { bot: ['UBOT'] },
        // The tokens are gone, and with them what they were good for.
        wrapper: { team_id: 'E0001', enterprise_id: 'E0001', authorizations: [] },
      },
    ])(
      'goes with $type, of every workspace of it, after a restart as well',
      async ({ wrapper, ...event }) => {
        for (const team of [rig.double.team, 'T0002']) {
          expect(await keeps(team)).toEqual(expect.arrayContaining(['installations', ...OF_A_MEMBER]));
        }
        await rig.double.announce(event, wrapper);
        await rig.settled();
        expect(await everything(store)).toEqual(before);
      },
    );

    it('stays of a workspace that installed it too', async () => {
      const sealed = { key: 'slack:team:T0002', sealed: 'x', updated_at: 1 };
      await store.db.insertInto('installations').values(sealed).execute();
      await rig.double.announce({ type: 'app_uninstalled' }, { team_id: null, enterprise_id: 'E0001' });
      await rig.settled();
      expect(await keeps(rig.double.team)).toEqual([]);
      expect(await keeps('T0002')).toEqual(expect.arrayContaining(OF_A_MEMBER));
    });

    it('goes of the workspaces that it took the app out of, and of no other', async () => {
      await rig.double.announce(
        { type: 'team_access_revoked', team_ids: ['T0002', 'T-other'] },
        { team_id: null, enterprise_id: 'E0001' },
      );
      await rig.settled();
      expect(await keeps('T0002')).toEqual([]);
      expect(await keeps(rig.double.team)).toEqual(expect.arrayContaining(OF_A_MEMBER));
      expect(await keeps('T-other')).toEqual(expect.arrayContaining(['subscriptions', 'read_markers']));
    });

    it('goes again when it was installed again', async () => {
      const uninstall = () =>
        rig.double.announce({ type: 'app_uninstalled' }, { team_id: null, enterprise_id: 'E0001' });
      await uninstall();
      await rig.settled();
      expect((await installed(rig)).status).toBe(200);
      await use(eve, '/ask', 'Who is Tomas Reyes?', desk);
      expect(await keeps('T0002')).toContain('read_markers');
      await uninstall();
      await rig.settled();
      expect(await everything(store)).toEqual(before);
    });
  });
});

const OF_A_WORKSPACE = ['installations', 'channel_settings', 'follows', 'conversations', 'read_markers'];

const OAUTH = {
  kind: 'oauth',
  clientId: '1.1',
  clientSecret: 'client-secret',
  secrets: ['a secret that is at least as long as thirty-two characters'],
  publicUrl: 'https://bot.example.org',
} as const;
