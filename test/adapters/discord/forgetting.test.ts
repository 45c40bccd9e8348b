import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { Store } from '../../../src/store/store.ts';
import { createStoredKeep } from '../../../src/store/stored-keep.ts';
import { StoredMemory } from '../../../src/store/stored-memory.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { Channel, Person } from '../../doubles/discord/world.ts';
import { addPerson, addPlace, everything, type Owner } from '../../support/belongings.ts';
import { silentLog } from '../../support/every-store.ts';
import { storedDigests } from '../../support/stored-digests.ts';
import { bridgeChat, settingsFor, startBot, type TestBot } from './start-bot.ts';

const ELSEWHERE: Owner = { platform: 'discord', workspace: '99', channel: '98', user: '97' };

describe('what is kept of Discord', () => {
  let store: Store;
  let kept: Parameters<typeof startBot>[0];
  let bot: TestBot;
  let ben: Person;

  beforeEach(async () => {
    const { digests, sources, ...opened } = await storedDigests();
    store = opened.store;
    const keep = createStoredKeep(store, 'discord', systemClock);
    kept = {
      chat: createChat({ stories: sources.stories, memory: new StoredMemory(store), digests }),
      digests,
      greeted: { first: keep.greet },
      forgetServer: keep.forgetWorkspace,
      memberships: keep.memberships,
    };
    bot = await startBot(kept);
    ben = bot.discord.world.addPerson('Ben');
    bot.discord.world.join(bot.guild, ben);
    bot.discord.install(bot.guild);
    await addPlace(store, ELSEWHERE);
    await addPerson(store, ELSEWHERE);
  });
  afterEach(async () => {
    await bot.stop();
    await store.close();
  });

  const use = async (person: Person, channel: Channel, name: string, sub?: string, values = {}) => {
    const options = { ...(sub !== undefined && { sub }), values };
    const gesture = { kind: 'command', name, options } as const;
    const { original } = await bot.discord.people.settled(bot.discord.people.use(person, channel, gesture));
    return readMessage(original?.body).text;
  };
  const live = async (person: Person): Promise<void> => {
    await use(person, bot.channel, 'ask', undefined, { question: 'Who is Tomas Reyes?' });
    await use(person, bot.discord.world.dmWith(person), 'ask', undefined, { question: 'What did he say?' });
    await use(person, bot.channel, 'digest', 'subscribe', { me: true, zone: 'UTC' });
  };

  it('of a person goes when they say so, in every channel and DM, and nobody else’s', async () => {
    await live(ben);
    const before = await everything(store);
    await live(bot.ann);
    const kept = await everything(store);
    for (const table of ['conversations', 'read_markers', 'subscriptions']) {
      expect([table, kept[table]?.join()]).toEqual([table, expect.stringContaining(bot.ann.id)]);
    }
    expect(await use(bot.ann, bot.channel, 'backstory', 'forget')).toBe(
      'Done: I’ve forgotten what you asked me, here and elsewhere, and the digests that went to you alone.',
    );
    expect(await everything(store)).toEqual(before);
  });

  it('of a server goes with it, and of no other', async () => {
    const { guild, discord } = bot;
    const owner = guild.owner;
    await use(owner, bot.channel, 'digest', 'subscribe', { zone: 'UTC' });
    await use(owner, bot.channel, 'story', undefined, { story: 'harbour-bridge' });
    await use(ben, bot.channel, 'ask', undefined, { question: 'Who is Tomas Reyes?' });
    const kept = await everything(store);
    for (const table of ['follows', 'conversations', 'read_markers', 'subscriptions']) {
      expect([table, kept[table]?.join()]).toEqual([table, expect.stringContaining(guild.id)]);
    }
    discord.remove(guild);
    await expect.poll(async () => JSON.stringify(await everything(store))).not.toContain(guild.id);
    const left = await everything(store);
    for (const table of ['follows', 'greeted', 'conversations', 'channel_settings', 'read_markers']) {
      expect([table, left[table]?.length]).toEqual([table, 1]);
    }
  });

  describe('of a server that the bot was taken out of while it was not connected', () => {
    /** Stops the bot, lets something happen, and starts it again. */
    const whileAway = async (happen: () => void): Promise<void> => {
      await bot.adapter.stop();
      happen();
      const { chat = bridgeChat(), ...rest } = kept ?? {};
      const again = await startDiscord({
        settings: settingsFor(bot.discord),
        log: silentLog,
        clock: systemClock,
        chat,
        ...rest,
      });
      onTestFinished(() => again.stop());
    };
    const mentioned = async (id: string) => JSON.stringify(await everything(store)).includes(id);

    beforeEach(async () => {
      await use(bot.guild.owner, bot.channel, 'digest', 'subscribe', { zone: 'UTC' });
      await use(ben, bot.channel, 'ask', undefined, { question: 'Who is Tomas Reyes?' });
    });

    it('goes at the next start, and nothing else does', async () => {
      const { guild, discord } = bot;
      const stays = discord.world.addGuild('Wire');
      discord.install(stays);
      await expect.poll(() => mentioned(stays.id)).toBe(true);
      await whileAway(() => discord.world.guilds.delete(guild.id));
      await expect.poll(() => mentioned(guild.id)).toBe(false);
      expect(await mentioned(stays.id)).toBe(true);
      expect(await mentioned(ELSEWHERE.workspace)).toBe(true);
    });

    it('stays when it is another bot that is started', async () => {
      const { guild, discord } = bot;
      discord.world.addGuild('Wire');
      await store.db.updateTable('memberships').set({ account: 'another' }).execute();
      const before = await everything(store);
      await whileAway(() => discord.world.guilds.delete(guild.id));
      const noted = async () => JSON.stringify((await everything(store))['memberships']);
      await expect.poll(noted).toContain(discord.world.bot.id);
      expect(await everything(store)).toMatchObject({ ...before, memberships: expect.anything() });
    });
  });

  it('of a channel goes with it', async () => {
    const wire = bot.discord.world.addChannel(bot.guild, 'wire');
    bot.discord.install(bot.guild);
    await use(bot.guild.owner, wire, 'digest', 'subscribe', { zone: 'UTC' });
    await use(bot.guild.owner, wire, 'story', undefined, { story: 'harbour-bridge' });
    bot.discord.deleteChannel(wire);
    const kept = async () => {
      const { subscriptions, deliveries, follows, channel_settings } = await everything(store);
      return JSON.stringify([subscriptions, deliveries, follows, channel_settings]);
    };
    await expect.poll(kept).not.toContain(wire.id);
  });
});
