import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChat } from '../../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../../src/chat/shared-readings.ts';
import { createCompose } from '../../../../src/digest/compose.ts';
import { createDigestDesk } from '../../../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../../../src/digest/create-subscriptions.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { AService, TestTime } from '../../../digest/a-service.ts';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Channel, Person, StoredInteraction, StoredMessage } from '../../../doubles/discord/world.ts';
import { silentLog } from '../../../support/every-store.ts';
import { BRIDGE, shelfWith, type TestShelf } from '../../../support/stories.ts';
import { startBot, type TestBot } from '../start-bot.ts';

const POST = /^POST \/channels\/\d+\/messages$/;
const MINUTE = 60_000;

/** Everything there is between somebody's command and their digest, on one Discord. */
describe('a digest on Discord, from the command to the channel', () => {
  let store: Store;
  let stories: TestShelf;
  let time: TestTime;
  let bot: TestBot;
  let editor: Person;
  let service: AService;

  beforeEach(async () => {
    // Discord's ids tell the real time; all of this happens a little before it.
    time = new TestTime(new Date(Date.now() - 60 * MINUTE).toISOString());
    store = await openStore({ kind: 'memory' }, { log: silentLog, now: time.now() });
    stories = shelfWith(BRIDGE);
    const sources = { stories, read: sharedReadings() };
    const compose = createCompose(sources);
    const digests = createDigestDesk({
      subscriptions: createSubscriptions(store),
      sources,
      compose,
      store,
      onFault(fault) {
        throw fault;
      },
    });
    bot = await startBot({
      chat: createChat({ stories, digests }),
      digests,
      clock: time,
      before: ({ world }) => {
        const [guild] = world.guilds.values();
        editor = world.addPerson('Editor');
        if (guild) world.join(guild, editor, PermissionFlagsBits.ManageChannels);
      },
    });
    if (!bot.adapter.courier) throw new Error('the adapter has no courier');
    service = new AService({ store, courier: bot.adapter.courier, time, compose });
  });
  afterEach(async () => {
    await bot.stop();
    await store.close();
  });

  const settled = (used: StoredInteraction): Promise<StoredInteraction> => bot.discord.people.settled(used);
  const said = ({ original }: StoredInteraction): string => readMessage(original?.body).text;
  const digest = (sub: string, values: Record<string, string | boolean | Channel> = {}, person = editor) =>
    settled(
      bot.discord.people.use(person, bot.channel, {
        kind: 'command',
        name: 'digest',
        options: { sub, values },
      }),
    );
  const press = async (message: StoredMessage | undefined, label: string, person = editor) => {
    const button = readMessage(message?.body).buttons.find((each) => each.label === label);
    if (!message || !button) throw new Error(`there is no button ${label}`);
    const gesture = { kind: 'button', customId: button.customId, message } as const;
    return settled(bot.discord.people.use(person, message.channel, gesture));
  };
  const fill = async (opened: StoredInteraction, changed: Record<string, string | readonly string[]>) => {
    const form = JSON.parse(JSON.stringify(opened.data));
    const fields: Record<string, string | readonly string[]> = {};
    for (const { component } of form.components) {
      const picked = component.options?.filter((option: { default: boolean }) => option.default);
      fields[component.custom_id] = picked
        ? picked.map(({ value }: { value: string }) => value)
        : (component.value ?? '');
    }
    return settled(
      bot.discord.people.use(editor, bot.channel, {
        kind: 'modal',
        customId: form.custom_id,
        fields: { ...fields, ...changed },
      }),
    );
  };
  /** UTC, two minutes from now. */
  const soon = (): string => new Date(time.now() + 2 * MINUTE).toISOString().slice(11, 16);
  const sent = (channel = bot.channel): readonly StoredMessage[] =>
    bot.discord.world
      .botMessages()
      .filter((message) => message.channel === channel && message.nonce !== undefined);
  const passMinutes = async (minutes: number): Promise<void> => {
    time.pass(minutes * MINUTE);
    await service.run();
  };

  it('is subscribed to, sent once at its hour, and stopped by its button', async () => {
    const confirmed = await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC' });
    expect(said(confirmed)).toMatch(/^Subscribed #desk\..*every day at \d\d:\d\d/s);
    await passMinutes(1);
    expect(sent()).toEqual([]);
    await passMinutes(2);
    await service.run();
    const [message, ...others] = sent();
    expect(others).toEqual([]);
    const seen = readMessage(message?.body);
    expect(seen.text).toMatch(/^City council votes to close the old harbour bridge/);
    expect(seen.buttons.map(({ label }) => label)).toEqual(expect.arrayContaining(['Change', 'Stop']));
    expect(said(await press(message, 'Stop', bot.ann))).not.toMatch(/^Stopped/);
    expect(said(await press(message, 'Stop'))).toMatch(/^Stopped/);
    await passMinutes(24 * 60);
    expect(sent()).toHaveLength(1);
  });

  it('is subscribed to and changed by the form', async () => {
    const subscribed = await fill(await digest('subscribe'), { zone: 'Kyiv' });
    expect(said(subscribed)).toContain('every weekday at 08:00, Kyiv time');
    const changed = await fill(await press(subscribed.original, 'Change'), { when: '20:30 mon, wed' });
    expect(said(changed)).toContain('every Monday and Wednesday at 20:30, Kyiv time');
  });

  it('is changed by the form without being named where it is the only one', async () => {
    await digest('subscribe', { time: '8:00', days: 'daily', zone: 'UTC' });
    const opened = await digest('change');
    expect(JSON.stringify(opened.data)).toContain('"value":"08:00 every day"');
    expect(said(await fill(opened, { when: '9:30 daily' }))).toContain('every day at 09:30');
    const listed = said(await digest('list'));
    expect(listed).toContain('09:30');
    expect(listed).not.toContain('08:00');
  });

  it('is asked for by buttons where there are more, which open its form', async () => {
    await digest('subscribe', { time: '8:00', zone: 'UTC' });
    await digest('subscribe', { time: '9:00', zone: 'UTC' });
    const asked = await digest('change');
    expect({ state: asked.state, ephemeral: asked.ephemeral }).toEqual({
      state: 'answered',
      ephemeral: true,
    });
    expect(said(asked)).toContain('Which digest do you mean?');
    const labels = readMessage(asked.original?.body).buttons.map(({ label }) => label);
    expect(labels).toHaveLength(2);
    expect(labels).toContainEqual(expect.stringContaining('08:00'));
    const opened = await press(asked.original, labels.find((label) => label?.includes('09:00')) ?? '');
    expect(said(await fill(opened, { when: '20:30 daily' }))).toContain('every day at 20:30');
    const listed = said(await digest('list'));
    expect(listed).toContain('08:00');
    expect(listed).not.toContain('09:00');
  });

  it('is said not to be there when there is none to change', async () => {
    const { state, ephemeral, original } = await digest('change');
    expect({ state, ephemeral }).toEqual({ state: 'answered', ephemeral: true });
    expect(readMessage(original?.body).text).toContain('No digest is sent to #desk yet.');
    const left = await store.db.selectFrom('subscriptions').select('id').execute();
    expect(left).toEqual([]);
  });

  it('tells what changed since the last one', async () => {
    await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC' });
    await passMinutes(3);
    stories.replace(BRIDGE.replace('14 million euros', '17 million euros'));
    await passMinutes(24 * 60);
    expect(readMessage(sent()[1]?.body).text).toContain('17 million euros');
  });

  it('is there once when Discord stores it and then fails', async () => {
    await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC' });
    bot.discord.faults.next(POST, { kind: 'status', status: 502, when: 'after' });
    await passMinutes(3);
    await passMinutes(1);
    expect(sent()).toHaveLength(1);
    expect(said(await digest('why'))).not.toContain('uncertain');
  });

  it('is for the asker alone in a DM when they wish', async () => {
    await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC', me: true }, bot.ann);
    await passMinutes(3);
    expect(sent()).toEqual([]);
    expect(sent(bot.discord.world.dmWith(bot.ann))).toHaveLength(1);
  });

  it('stops when it may not be sent any more, and its owner is told once', async () => {
    await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC' });
    bot.channel.botDenied = PermissionFlagsBits.SendMessages;
    await passMinutes(3);
    await service.tellOwners();
    await service.tellOwners();
    const told = sent(bot.discord.world.dmWith(editor));
    expect(told.map(({ body }) => readMessage(body))).toMatchObject([
      { text: 'Stopped. no-permission', buttons: [] },
    ]);
    bot.channel.botDenied = 0n;
    expect(said(await digest('resume'))).toContain('every day at');
    await passMinutes(24 * 60);
    expect(sent()).toHaveLength(1);
  });

  it('is nobody’s to change but a manager’s', async () => {
    const refused = await digest('subscribe', { time: '8:00', zone: 'UTC' }, bot.ann);
    expect(said(refused)).not.toContain('Subscribed');
    expect(said(await digest('list', {}, bot.ann))).not.toBe('');
  });

  it('ends with the server it went to', async () => {
    await digest('subscribe', { time: soon(), days: 'daily', zone: 'UTC' });
    bot.discord.remove(bot.guild);
    const left = () => store.db.selectFrom('subscriptions').select('id').execute();
    await expect.poll(left).toEqual([]);
  });
});
