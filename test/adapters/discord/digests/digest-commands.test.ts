import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import { DIGEST } from './fake-desk.ts';
import { useAsking } from './use-asking.ts';

describe('digests asked for on Discord', () => {
  const { bot, complete, desk, editor, placed, press, use, withoutDigests } = useAsking();

  it('carry every option to the digests, and answer the asker alone', async () => {
    const values = {
      ...{ story: 'all', time: '8:00', days: 'weekdays', zone: 'Europe/Kyiv' },
      ...{ quiet: '2026-12-24', unchanged: 'silent' },
    };
    const { ephemeral, original } = await use('subscribe', values);
    expect(ephemeral).toBe(true);
    expect(readMessage(original?.body).text).toBe('Noted.');
    const { unchanged: whenUnchanged, ...choices } = values;
    expect(desk().asked).toMatchObject([
      { intent: { kind: 'subscribe', choices: { ...choices, whenUnchanged } } },
    ]);
  });

  it('carry a time, days and a zone to a preview', async () => {
    const values = { time: '8:00', days: 'daily', zone: 'Europe/Kyiv' };
    await use('preview', values);
    expect(desk().asked).toMatchObject([{ intent: { kind: 'preview', choices: values } }]);
  });

  it('are about the channel or thread they are asked for in', async () => {
    await use('list');
    expect(placed()).toEqual({
      destination: { platform: 'discord', workspace: bot().guild.id, kind: 'channel', id: bot().channel.id },
      name: '#desk',
      standing: 'manager',
    });
    const thread = bot().discord.world.addChannel(bot().guild, 'talk', {
      type: ChannelType.PublicThread,
      parent: bot().channel,
    });
    bot().discord.install(bot().guild);
    await use('list', {}, editor(), thread);
    expect(placed()).toMatchObject({ destination: { kind: 'channel', id: thread.id }, name: '#talk' });
  });

  it('are about the asker’s own DM when that is meant, where everybody manages', async () => {
    for (const asked of [
      () => use('list', { me: true }, bot().ann),
      () => use('list', {}, bot().ann, bot().discord.world.dmWith(bot().ann)),
    ]) {
      await asked();
      expect(placed()).toEqual({
        destination: { platform: 'discord', workspace: '', kind: 'person', id: bot().ann.id },
        name: 'your DM',
        standing: 'manager',
      });
    }
  });

  it('are about another channel, with what Discord tells may be done there', async () => {
    const channel = bot().discord.world.addChannel(bot().guild, 'wire', {
      botDenied: PermissionFlagsBits.SendMessages,
    });
    await use('subscribe', { channel, time: '8:00' });
    expect(placed()).toMatchObject({ destination: { id: channel.id }, name: '#wire', standing: 'manager' });
    expect(placed().obstacle).toContain('“Send Messages”');
    await use('list', { channel }, bot().ann);
    expect(placed().standing).toBe('reader');
  });

  it('are about a channel named in a message, when whoever names it may see it', async () => {
    const { people, world } = bot().discord;
    const wire = world.addChannel(bot().guild, 'wire');
    const secret = world.addChannel(bot().guild, 'secret');
    secret.hidden = true;
    bot().discord.install(bot().guild);
    for (const [person, standing] of [
      [editor(), 'manager'],
      [bot().ann, 'reader'],
    ] as const) {
      await people.replyTo(people.say(person, bot().channel, `${bot().mention} /digest list <#${wire.id}>`));
      expect(placed()).toMatchObject({ destination: { id: wire.id }, standing });
    }
    const before = desk().asked.length;
    const told = await people.replyTo(
      people.say(bot().ann, bot().channel, `${bot().mention} /digest list #secret`),
    );
    expect(readMessage(told.body).text).toContain('can’t find that channel');
    expect(desk().asked).toHaveLength(before);
  });

  it('say what stands in the way where the bot is no member', async () => {
    const { world } = bot().discord;
    const elsewhere = world.addGuild('Elsewhere', { botIsMember: false });
    const room = world.addChannel(elsewhere, 'lounge');
    await use('list', {}, bot().ann, room);
    expect(placed().obstacle).toContain('I am not in this server');
  });

  it('are stopped by a button without further ado', async () => {
    const { ephemeral } = await press('remove');
    expect(ephemeral).toBe(true);
    expect(desk().asked.at(-1)?.intent).toEqual({ kind: 'remove', subscription: DIGEST });
  });

  it('complete time zones, stories and the digests there are', async () => {
    expect(await complete('subscribe', 'zone', 'ky')).toEqual([{ name: 'Kyiv', value: 'Europe/Kyiv' }]);
    expect(await complete('subscribe', 'story', '')).toContainEqual({ name: 'Every story', value: 'all' });
    expect(await complete('pause', 'digest', 'every')).toEqual([
      { name: 'Every story, every weekday at 08:00, Kyiv time', value: DIGEST },
      { name: 'Every story, every weekday at 08:00, Kyiv time (your DM)', value: DIGEST },
    ]);
    expect(await complete('pause', 'digest', 'whales')).toEqual([]);
  });

  it('are forgotten with the server or channel they went to, and not in an outage', async () => {
    const { world } = bot().discord;
    const parent = bot().channel;
    const thread = world.addChannel(bot().guild, 'talk', { type: ChannelType.PublicThread, parent });
    const wire = world.addChannel(bot().guild, 'wire');
    bot().discord.install(bot().guild);
    bot().discord.remove(bot().guild, true);
    bot().discord.install(bot().guild);
    bot().discord.deleteChannel(thread);
    bot().discord.deleteChannel(wire);
    bot().discord.remove(bot().guild);
    const workspace = bot().guild.id;
    const platform = 'discord';
    await expect
      .poll(() => desk().forgotten)
      .toEqual([
        { platform, workspace, channel: thread.id },
        { platform, workspace, channel: wire.id },
        { platform, workspace },
      ]);
  });

  it('are refused in words where none are sent', async () => {
    await withoutDigests();
    const { original } = await use('subscribe', {}, bot().ann);
    expect(readMessage(original?.body).text).toBe('I send no digests here.');
    expect(await complete('subscribe', 'zone', 'ky')).toEqual([]);
  });
});
