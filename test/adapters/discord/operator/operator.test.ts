import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDiscord } from '../../../../adapters/discord/operator/check.ts';
import { register } from '../../../../adapters/discord/operator/register.ts';
import { inviteLink } from '../../../../adapters/discord/permissions.ts';
import { type DiscordDouble, startDiscordDouble } from '../../../doubles/discord/discord-double.ts';

describe('what an operator does with Discord', () => {
  let discord: DiscordDouble;
  let env: Record<string, string>;
  beforeEach(async () => {
    discord = await startDiscordDouble();
    env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  });
  afterEach(async () => {
    expect(discord.issues()).toEqual([]);
    await discord.stop();
  });

  describe('discord register', () => {
    it('says what it would do, does it, and then has nothing to do', async () => {
      expect(await register(env, { dryRun: true })).toContain('+ ask');
      expect(discord.world.commands.size).toBe(0);
      expect((await register(env, { dryRun: false })).at(-1)).toBe('Registered everywhere.');
      expect(await register(env, { dryRun: false })).toEqual(['The commands everywhere are up to date.']);
    });

    it('registers in one server', async () => {
      const guild = discord.world.addGuild('Newsroom');
      await register(env, { guildId: guild.id, dryRun: false });
      expect(discord.world.commands.get(guild.id)).toHaveLength(7);
      expect(discord.issues()).toEqual([]);
    });

    it.each([
      ['no token', { DISCORD_TOKEN: '' }, 'DISCORD_TOKEN is not set'],
      ['a wrong token', { DISCORD_TOKEN: 'MTIz.AAAAAA.wrong' }, 'DISCORD_TOKEN'],
      ['a server it is not in', { DISCORD_GUILD_ID: '123456789012345678' }, 'DISCORD_GUILD_ID'],
    ])('with %s says what to mend', async (_, wrong, words) => {
      await expect(register({ ...env, ...wrong }, { dryRun: false })).rejects.toThrow(words);
    });
  });

  describe('doctor', () => {
    const found = async (level: string) =>
      (await checkDiscord(env)).filter((each) => each.level === level).map(({ what }) => what);

    it('finds nothing wrong where nothing is, and gives the invite link', async () => {
      await register(env, { dryRun: false });
      discord.world.addGuild('Newsroom');
      expect(await found('problem')).toEqual([]);
      expect(await found('warning')).toEqual([]);
      expect((await found('fine')).at(-1)).toContain(
        'scope=bot+applications.commands&permissions=274877975552',
      );
    });

    it('names the permissions a server does not give', async () => {
      await register(env, { dryRun: false });
      discord.world.addGuild('Newsroom').botMay = PermissionFlagsBits.ViewChannel;
      expect(await found('warning')).toEqual([
        expect.stringContaining('Send Messages, Send Messages in Threads, Read Message History'),
      ]);
    });

    it('says when commands are not registered, and when the token is wrong', async () => {
      expect(await found('warning')).toEqual([expect.stringContaining('not registered')]);
      env['DISCORD_TOKEN'] = 'MTIz.AAAAAA.wrong';
      expect(await found('problem')).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    });

    it('shows no token, and is content without one', async () => {
      expect(JSON.stringify(await checkDiscord(env))).not.toContain(discord.token);
      expect(await checkDiscord({})).toEqual([
        { level: 'fine', what: 'Discord is off: DISCORD_TOKEN is not set' },
      ]);
    });
  });

  it('invites with the bot’s four permissions and no other', () => {
    const bits = BigInt(new URL(inviteLink('1')).searchParams.get('permissions') ?? '0');
    const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits;
    expect(bits).toBe(ViewChannel | SendMessages | SendMessagesInThreads | ReadMessageHistory);
  });
});
