import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import { BRIDGE } from '../../../support/stories.ts';
import type { TestBot } from '../start-bot.ts';
import { DigestGround, said } from './digest-ground.ts';

const POST = /^POST \/channels\/\d+\/messages$/;

describe('a digest on Discord, from the command to the channel', () => {
  let ground: DigestGround;
  let bot: TestBot;

  beforeEach(async () => {
    ground = await DigestGround.start();
    ({ bot } = ground);
  });
  afterEach(() => ground.stop());

  it('is subscribed to, sent once at its hour, and stopped by its button', async () => {
    const confirmed = await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC' });
    expect(said(confirmed)).toMatch(/^Subscribed: it goes to #desk\..*every day at \d\d:\d\d/s);
    await ground.passMinutes(1);
    expect(ground.sent()).toEqual([]);
    await ground.passMinutes(2);
    await ground.service.run();
    const [message, ...others] = ground.sent();
    expect(others).toEqual([]);
    const seen = readMessage(message?.body);
    expect(seen.text).toMatch(/^City council votes to close the old harbour bridge/);
    expect(seen.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(['Change', 'Stop']));
    expect(said(await ground.press(message, 'Stop', bot.ann))).not.toMatch(/^Stopped/);
    expect(said(await ground.press(message, 'Stop'))).toMatch(/^Stopped/);
    await ground.passMinutes(24 * 60);
    expect(ground.sent()).toHaveLength(1);
  });

  it('is subscribed to and changed by the form', async () => {
    const subscribed = await ground.fill(await ground.digest('subscribe'), { zone: 'Kyiv' });
    expect(said(subscribed)).toContain('every weekday at 08:00, Kyiv time');
    const changed = await ground.fill(await ground.press(subscribed.original, 'Change'), {
      when: '20:30 mon, wed',
    });
    expect(said(changed)).toContain('every Monday and Wednesday at 20:30, Kyiv time');
  });

  it('is changed by the form without being named where it is the only one', async () => {
    await ground.digest('subscribe', { time: '8:00', days: 'daily', zone: 'UTC' });
    const opened = await ground.digest('change');
    expect(JSON.stringify(opened.data)).toContain('"value":"08:00 every day UTC"');
    expect(said(await ground.fill(opened, { when: '9:30 daily' }))).toContain('every day at 09:30');
    const listed = said(await ground.digest('list'));
    expect(listed).toContain('09:30');
    expect(listed).not.toContain('08:00');
  });

  it('is asked for by buttons where there are more, which open its form', async () => {
    await ground.digest('subscribe', { time: '8:00', zone: 'UTC' });
    await ground.digest('subscribe', { time: '9:00', zone: 'UTC' });
    const asked = await ground.digest('change');
    expect({ state: asked.state, ephemeral: asked.ephemeral }).toEqual({
      state: 'answered',
      ephemeral: true,
    });
    expect(said(asked)).toContain('Which digest do you mean?');
    const labels = readMessage(asked.original?.body).buttons.map(({ label }) => label);
    expect(labels).toHaveLength(2);
    expect(labels).toContainEqual(expect.stringContaining('08:00'));
    const opened = await ground.press(asked.original, labels.find((label) => label?.includes('09:00')) ?? '');
    expect(said(await ground.fill(opened, { when: '20:30 daily' }))).toContain('every day at 20:30');
    const listed = said(await ground.digest('list'));
    expect(listed).toContain('08:00');
    expect(listed).not.toContain('09:00');
  });

  it('is said not to be there when there is none to change', async () => {
    const { state, ephemeral, original } = await ground.digest('change');
    expect({ state, ephemeral }).toEqual({ state: 'answered', ephemeral: true });
    expect(readMessage(original?.body).text).toContain('No digest is sent to #desk yet.');
    const left = await ground.store.db.selectFrom('subscriptions').select('id').execute();
    expect(left).toEqual([]);
  });

  it('tells what changed since the last one', async () => {
    await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC' });
    await ground.passMinutes(3);
    ground.stories.replace(BRIDGE.replace('14 million euros', '17 million euros'));
    await ground.passMinutes(24 * 60);
    expect(readMessage(ground.sent()[1]?.body).text).toContain('17 million euros');
  });

  it('is there once when Discord stores it and then fails', async () => {
    await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC' });
    bot.discord.faults.next(POST, { kind: 'status', status: 502, when: 'after' });
    await ground.passMinutes(3);
    await ground.passMinutes(1);
    expect(ground.sent()).toHaveLength(1);
    expect(said(await ground.digest('why'))).not.toContain('uncertain');
  });

  it('is for the asker alone in a DM when they wish', async () => {
    await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC', me: true }, bot.ann);
    await ground.passMinutes(3);
    expect(ground.sent()).toEqual([]);
    expect(ground.sent(bot.discord.world.dmWith(bot.ann))).toHaveLength(1);
  });

  it('stops when it may not be sent any more, and its owner is told once', async () => {
    await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC' });
    bot.channel.botDenied = PermissionFlagsBits.SendMessages;
    await ground.passMinutes(3);
    await ground.service.tellOwners();
    await ground.service.tellOwners();
    const told = ground.sent(bot.discord.world.dmWith(ground.editor));
    expect(told.map(({ body }) => readMessage(body))).toMatchObject([
      { text: 'Stopped. no-permission', buttons: [] },
    ]);
    bot.channel.botDenied = 0n;
    expect(said(await ground.digest('resume'))).toContain('every day at');
    await ground.passMinutes(24 * 60);
    expect(ground.sent()).toHaveLength(1);
  });

  it('says how to have it again by the options of its command', async () => {
    const quiet = '2027-12-24, 2027-12-31';
    const values = { time: '20:30', days: 'mon, wed', zone: 'Kyiv', story: 'harbour-bridge', quiet };
    await ground.digest('subscribe', { ...values, unchanged: 'silent' });
    const [, again = ''] =
      /To have it again: \/digest subscribe (.*)$/m.exec(said(await ground.digest('remove'))) ?? [];
    expect(again).toBe(
      `time:20:30 days:every Monday and Wednesday zone:Europe/Kyiv story:harbour-bridge unchanged:silent quiet:${quiet}`,
    );
    const given = again.split(/ ?([a-z]+):(?=[\da-zA-Z])(?!\d\d(?: |$))/).slice(1);
    const options = Object.fromEntries(
      given.flatMap((name, at) => (at % 2 === 0 ? [[name, given[at + 1] ?? '']] : [])),
    );
    expect(said(await ground.digest('subscribe', options))).toContain(
      'every Monday and Wednesday at 20:30, Kyiv time, but not on 24 Dec 2027, 31 Dec 2027',
    );
  });

  it('is nobody’s to change but a manager’s', async () => {
    const refused = await ground.digest('subscribe', { time: '8:00', zone: 'UTC' }, bot.ann);
    expect(said(refused)).not.toContain('Subscribed');
    expect(said(await ground.digest('list', {}, bot.ann))).not.toBe('');
  });

  it('ends with the server it went to', async () => {
    await ground.digest('subscribe', { time: ground.soon(), days: 'daily', zone: 'UTC' });
    bot.discord.remove(bot.guild);
    const left = () => ground.store.db.selectFrom('subscriptions').select('id').execute();
    await expect.poll(left).toEqual([]);
  });
});
