import { describe, expect, it } from 'vitest';
import { readDiscordSettings } from '../../../adapters/discord/settings.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB';

describe('Discord’s settings', () => {
  it('need nothing: then the adapter is off', () => {
    expect(readDiscordSettings({ DISCORD_TOKEN: ' ' })).toEqual({
      settings: {
        token: undefined,
        applicationId: undefined,
        guildId: undefined,
        apiUrl: 'https://discord.com/api',
        shards: 'auto',
        shardCount: 'auto',
      },
    });
  });

  it.each([
    ['auto', '', 'auto'],
    ['0-3', '8', [0, 1, 2, 3]],
    ['5,0-1,1', '8', [0, 1, 5]],
  ])('read the shards %s of %s', (shards, count, expected) => {
    const read = readDiscordSettings({ DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count });
    expect(read).toMatchObject({ settings: { shards: expected } });
  });

  it.each(['http://127.0.0.1:8080/api/v10', 'http://127.0.0.1:8080/api/', 'http://127.0.0.1:8080/api'])(
    'take the address %s with or without a version',
    (address) => {
      expect(readDiscordSettings({ DISCORD_API_URL: address })).toMatchObject({
        settings: { apiUrl: 'http://127.0.0.1:8080/api' },
      });
    },
  );

  it('name every setting that is wrong at once, and show no value', () => {
    const read = readDiscordSettings({
      DISCORD_TOKEN: 'secret',
      DISCORD_APPLICATION_ID: 'Backstory',
      DISCORD_API_URL: 'ftp://secret',
      DISCORD_SHARDS: 'some',
    });
    if (!('problems' in read)) throw new Error('no problem found');
    expect(read.problems.map((line) => line.split(' ')[0])).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_APPLICATION_ID',
      'DISCORD_API_URL',
      'DISCORD_SHARDS',
    ]);
    expect(read.problems.join()).not.toContain('secret');
  });

  it.each([
    [{ DISCORD_SHARDS: '0-3' }, 'DISCORD_SHARD_COUNT'],
    [{ DISCORD_SHARDS: '0-4', DISCORD_SHARD_COUNT: '4' }, 'DISCORD_SHARDS'],
    [{ DISCORD_SHARDS: '3-0', DISCORD_SHARD_COUNT: '4' }, 'DISCORD_SHARDS'],
  ])('refuse shards that do not add up: %o', (env, named) => {
    expect(readDiscordSettings({ DISCORD_TOKEN: TOKEN, ...env })).toEqual({
      problems: [expect.stringContaining(named)],
    });
  });

  it('name shards that do not add up also beside another setting that is wrong', () => {
    const read = readDiscordSettings({
      DISCORD_SHARDS: '3-1',
      DISCORD_SHARD_COUNT: '2',
      DISCORD_GUILD_ID: 'mine',
    });
    expect(read).toEqual({
      problems: [
        expect.stringMatching(/^DISCORD_GUILD_ID must/),
        expect.stringMatching(/^DISCORD_SHARDS must name shards/),
      ],
    });
  });
});
