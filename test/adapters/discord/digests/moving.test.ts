import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Channel, StoredInteraction } from '../../../doubles/discord/world.ts';
import type { TestBot } from '../start-bot.ts';
import { DigestGround, said } from './digest-ground.ts';

const DAILY = { days: 'daily', zone: 'UTC' };

describe('a digest that moves, on Discord', () => {
  let ground: DigestGround;
  let bot: TestBot;
  let wire: Channel;

  beforeEach(async () => {
    ground = await DigestGround.start();
    ({ bot } = ground);
    wire = bot.discord.world.addChannel(bot.guild, 'wire');
    bot.discord.install(bot.guild);
  });
  afterEach(() => ground.stop());

  const pickerIn = ({ data }: StoredInteraction): string =>
    /\{"type":8,.*?\}\]?\}/.exec(JSON.stringify(data))?.[0] ?? '';

  it('goes to the channel that an option names, and comes there from then on', async () => {
    await ground.digest('subscribe', { time: ground.soon(), ...DAILY });
    await ground.passMinutes(3);
    const moved = said(await ground.digest('change', { channel: wire }));
    expect(moved).toMatch(/^Moved: it goes to #wire from now on\.\s+Every story, every day at .*; next: /);
    await ground.passMinutes(24 * 60);
    expect([ground.sent().length, ground.sent(wire).length]).toEqual([1, 1]);
    const [first] = ground.sent(wire);
    expect(readMessage(first?.body).text).toMatch(/^City council votes to close/);
  });

  it('goes to another channel, or to whoever fills it in, by the form', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY });
    const opened = await ground.digest('change');
    expect(pickerIn(opened)).toContain(`"default_values":[{"id":"${bot.channel.id}","type":"channel"}]`);
    expect(said(await ground.fill(opened, { channel: { channels: [wire] } }))).toMatch(
      /^Moved: it goes to #wire.*every day at 08:00, UTC/s,
    );
    const again = await ground.fill(await ground.digest('change', {}, ground.editor, wire), {
      when: '9:30 daily Kyiv',
      channel: { channels: [] },
    });
    expect(said(again)).toMatch(/^Moved: it goes to your DM.*every day at 09:30, Kyiv time/s);
  });

  it('says what it cannot read in the form, and changes nothing', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY });
    for (const [when, problem] of [
      ['8:00 daily Kjiv', 'I know no time zone “Kjiv”: did you mean Kyiv?'],
      ['8:00 wekdays Kyiv', 'I know no day “wekdays”: did you mean weekdays?'],
    ] as const) {
      expect(said(await ground.fill(await ground.digest('change'), { when }))).toContain(problem);
    }
    expect(said(await ground.digest('list'))).toContain('every day at 08:00, UTC');
  });

  it('comes back from a DM, where its form has no channels to pick', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY, me: true });
    const dm = bot.discord.world.dmWith(ground.editor);
    expect(pickerIn(await ground.digest('change', {}, ground.editor, dm))).toBe('');
    expect(said(await ground.digest('change', { channel: wire }))).toMatch(/^Moved: it goes to #wire/);
  });

  it('is refused where the bot may not write, and where the asker manages nothing', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY });
    const mute = bot.discord.world.addChannel(bot.guild, 'mute', {
      botDenied: PermissionFlagsBits.SendMessages,
    });
    bot.discord.install(bot.guild);
    expect(said(await ground.digest('change', { channel: mute }))).toContain('“Send Messages”');
    expect(said(await ground.digest('change', { channel: wire }, bot.ann))).toContain('may manage');
    expect(said(await ground.digest('list'))).toContain('every day at 08:00');
  });

  it('is found by its old buttons where it goes by now, also after a restart', async () => {
    await ground.digest('subscribe', { time: ground.soon(), ...DAILY });
    await ground.passMinutes(3);
    const [old] = ground.sent();
    await ground.digest('change', { channel: wire });
    await ground.restart();
    expect(said(await ground.press(old, 'Stop', bot.ann))).toContain('may manage');
    expect(said(await ground.press(old, 'Stop'))).toMatch(/^Stopped/);
    const opened = await ground.press(old, 'Change');
    expect(pickerIn(opened)).toContain(wire.id);
    expect(said(await ground.fill(opened, { channel: { channels: [] } }))).toMatch(/goes to your DM/);
    expect(said(await ground.press(old, 'Stop', bot.ann))).toContain('goes to somebody’s DM now');
  });

  it('is found by the buttons it had in a DM', async () => {
    await ground.digest('subscribe', { time: ground.soon(), ...DAILY, me: true });
    await ground.passMinutes(3);
    const [old] = ground.sent(bot.discord.world.dmWith(ground.editor));
    expect(said(await ground.digest('change', { channel: wire }))).toMatch(/goes to #wire/);
    expect(said(await ground.press(old, 'Stop'))).toMatch(/^Stopped/);
    expect(said(await ground.digest('list', {}, ground.editor, wire))).toContain('(stopped)');
  });

  it('is offered by name in a channel when it goes to the asker’s DM', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY, me: true });
    const gesture = {
      kind: 'autocomplete',
      name: 'digest',
      options: { sub: 'change', values: { digest: '' } },
      focused: 'digest',
    } as const;
    const { data } = await ground.settled(bot.discord.people.use(ground.editor, bot.channel, gesture));
    expect(JSON.stringify(data)).toContain('Every story, every day at 08:00, UTC (your DM)');
  });

  it('stays with a channel named in a DM that nobody can find there', async () => {
    await ground.digest('subscribe', { time: '8:00', ...DAILY, me: true });
    const { people, world } = bot.discord;
    const dm = world.dmWith(ground.editor);
    const told = await people.replyTo(people.say(ground.editor, dm, '/digest change #wire'));
    expect(readMessage(told.body).text).toContain('can’t find that channel');
  });

  it('is found by the buttons of the notice that it could not be sent', async () => {
    await ground.digest('subscribe', { time: ground.soon(), ...DAILY });
    bot.channel.botDenied = PermissionFlagsBits.SendMessages;
    bot.discord.install(bot.guild);
    await ground.passMinutes(3);
    await ground.tellOwners();
    const [notice] = ground.sent(bot.discord.world.dmWith(ground.editor));
    expect(readMessage(notice?.body).text).toContain('I may not write there');
    expect(said(await ground.press(notice, 'Resume'))).toContain('“Send Messages”');
    bot.channel.botDenied = 0n;
    bot.discord.install(bot.guild);
    expect(said(await ground.press(notice, 'Resume'))).toMatch(/^Resumed\..*next: /s);
  });

  it('is let go of by who may manage its server when its channel is gone', async () => {
    await ground.digest('subscribe', { time: ground.soon(), ...DAILY }, ground.editor, wire);
    // Nobody tells the bot: it was not connected at the time.
    bot.guild.channels.splice(bot.guild.channels.indexOf(wire), 1);
    bot.discord.world.channels.delete(wire.id);
    await ground.passMinutes(3);
    await ground.tellOwners();
    await ground.restart();
    const [notice] = ground.sent(bot.discord.world.dmWith(ground.editor));
    expect(readMessage(notice?.body).text).toContain('The channel is gone');
    expect(said(await ground.press(notice, 'Resume'))).toContain('That channel is gone');
    expect(said(await ground.press(notice, 'Remove'))).toMatch(/^Removed for good/);
  });
});
