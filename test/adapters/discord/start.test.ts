import { GatewayCloseCodes } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { type DiscordDouble, startDiscordDouble } from '../../doubles/discord/discord-double.ts';
import { bridgeChat, settingsFor, startBot } from './start-bot.ts';

describe('starting on Discord', () => {
  const open: { stop(): Promise<unknown> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
  });

  const start = async (
    discord: DiscordDouble,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Adapter> => {
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    const adapter = await startDiscord({
      settings: settingsFor(discord, env),
      chat: bridgeChat(),
      log: silent,
      clock: systemClock,
    });
    open.push(adapter);
    return adapter;
  };
  const double = async (...options: Parameters<typeof startDiscordDouble>): Promise<DiscordDouble> => {
    const discord = await startDiscordDouble(...options);
    open.push(discord, { stop: async () => expect(discord.issues()).toEqual([]) });
    return discord;
  };

  it('is off without a token, and says so once', async () => {
    const discord = await double();
    const said: string[] = [];
    const log = {
      debug() {},
      warn() {},
      error() {},
      info: (_: object, words: string) => void said.push(words),
    };
    const settings = { ...settingsFor(discord), token: undefined };
    const adapter = await startDiscord({ settings, chat: bridgeChat(), log, clock: systemClock });
    expect(adapter.state()).toEqual({ kind: 'off' });
    expect(said).toEqual(['Discord is off: DISCORD_TOKEN is not set']);
    expect(discord.requests).toEqual([]);
  });

  it('asks for no privileged intent', async () => {
    const discord = await double();
    await start(discord);
    const privileged = (1 << 1) | (1 << 8) | (1 << 15);
    expect((discord.gateway.identified[0]?.intents ?? -1) & privileged).toBe(0);
  });

  it.each([
    ['a wrong token', { DISCORD_TOKEN: 'MTIz.AAAAAA.wrong' }, 'DISCORD_TOKEN'],
    ['another application', { DISCORD_APPLICATION_ID: '123456789012345678' }, 'DISCORD_APPLICATION_ID'],
    ['a server it is not in', { DISCORD_GUILD_ID: '123456789012345678' }, 'DISCORD_GUILD_ID'],
  ])('refuses %s with a sentence that names the setting', async (_, env, setting) => {
    const discord = await double();
    await expect(start(discord, env)).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining(setting),
    });
  });

  it.each([
    ['the token', GatewayCloseCodes.AuthenticationFailed, 'DISCORD_TOKEN'],
    ['the intents', GatewayCloseCodes.DisallowedIntents, 'intents'],
    ['the shards', GatewayCloseCodes.InvalidShard, 'DISCORD_SHARDS'],
    ['the number of shards', GatewayCloseCodes.ShardingRequired, 'DISCORD_SHARD_COUNT'],
  ])('says so when the gateway refuses %s', async (_, code, words) => {
    const discord = await double();
    discord.gateway.refuses = code;
    await expect(start(discord)).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining(words),
    });
  });

  it('says so when Discord knows no such application', async () => {
    const discord = await double();
    discord.faults.next(/commands$/, {
      kind: 'refuse',
      status: 404,
      code: 10002,
      message: 'Unknown Application',
    });
    await expect(start(discord)).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining('DISCORD_APPLICATION_ID'),
    });
  });

  it('says so when the address is not Discord’s', async () => {
    const discord = await double();
    await expect(start(discord, { DISCORD_API_URL: `${discord.apiUrl}/elsewhere` })).rejects.toMatchObject({
      message: expect.stringContaining('DISCORD_API_URL'),
    });
  });

  it('keeps trying when Discord cannot be reached', async () => {
    const discord = await double();
    discord.faults.next(/./, { kind: 'status', status: 503, when: 'before' }, 4);
    const adapter = await start(discord);
    expect(adapter.state()).toMatchObject({
      kind: 'degraded',
      reason: expect.stringContaining('cannot reach Discord'),
    });
    await expect.poll(() => adapter.state().kind, { timeout: 5_000 }).toBe('up');
  });

  it('registers its commands when they differ from Discord’s, and only then', async () => {
    const discord = await double();
    const puts = (): number => discord.requests.filter(({ method }) => method === 'PUT').length;
    await (await start(discord)).stop();
    expect(puts()).toBe(1);
    await (await start(discord)).stop();
    expect(puts()).toBe(1);
    discord.world.commands.get('')?.pop();
    await start(discord);
    expect(puts()).toBe(2);
    expect(discord.issues()).toEqual([]);
  });

  it('registers them in one server for development', async () => {
    const bot = await startBot();
    open.push(bot);
    const adapter = await start(bot.discord, { DISCORD_GUILD_ID: bot.guild.id });
    expect(bot.discord.world.commands.get(bot.guild.id)?.map(({ name }) => name)).toContain('ask');
    await adapter.stop();
  });

  it('goes on with the commands there are when they cannot be registered', async () => {
    const discord = await double();
    discord.faults.next(/^PUT /, { kind: 'status', status: 500, when: 'before' }, 4);
    expect((await start(discord)).state()).toEqual({ kind: 'up' });
    // A proxy that has no such route.
    discord.faults.next(/^GET .*commands$/, { kind: 'refuse', status: 404, code: 0, message: '404' });
    expect((await start(discord)).state()).toEqual({ kind: 'up' });
  });

  it('splits one bot over processes by ranges of shards', async () => {
    const discord = await double({ shards: 4 });
    for (let each = 0; each < 12; each++) discord.world.addGuild(`Guild ${each}`);
    await start(discord, { DISCORD_SHARDS: '0-1', DISCORD_SHARD_COUNT: '4' });
    await start(discord, { DISCORD_SHARDS: '2-3', DISCORD_SHARD_COUNT: '4' });
    expect(discord.gateway.identified.map(({ shard }) => shard).toSorted()).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('runs as many shards as Discord recommends by itself', async () => {
    const discord = await double({ shards: 3 });
    await start(discord);
    expect(discord.gateway.identified).toHaveLength(3);
  });
});
