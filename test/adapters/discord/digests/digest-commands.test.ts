import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChat } from '../../../../src/chat/create-chat.ts';
import type {
  DigestDesk,
  DigestForm,
  DigestFormPurpose,
  DigestRequest,
} from '../../../../src/chat/digest-desk.ts';
import type { DigestPlace, SubscriptionId } from '../../../../src/chat/digest-intent.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import type { CommandOptions } from '../../../doubles/discord/interaction-payload.ts';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Person, StoredInteraction } from '../../../doubles/discord/world.ts';
import { BRIDGE, shelfWith, WHALES } from '../../../support/stories.ts';
import { startBot, type TestBot } from '../start-bot.ts';

const DIGEST = 'abc123def' as SubscriptionId;
const FORM: DigestForm = {
  destination: { platform: 'discord', workspace: '1', kind: 'channel', id: '100000000000000001' },
  story: 'harbour-bridge',
  time: '08:00',
  days: 'weekdays',
  zone: 'Europe/Kyiv',
  quiet: '2026-12-24',
  whenUnchanged: 'line',
};

describe('digests asked for on Discord', () => {
  let desk: Desk;
  let bot: TestBot;
  let editor: Person;

  beforeEach(async () => {
    desk = new Desk();
    bot = await startBot({
      chat: createChat({ stories: shelfWith(BRIDGE, WHALES), digests: desk }),
      digests: desk,
      before: ({ world }) => {
        const [guild] = world.guilds.values();
        editor = world.addPerson('Editor');
        if (guild) world.join(guild, editor, PermissionFlagsBits.ManageChannels);
      },
    });
  });
  afterEach(() => bot.stop());

  const settled = (used: StoredInteraction): Promise<StoredInteraction> => bot.discord.people.settled(used);
  const use = (sub: string, values: CommandOptions['values'] = {}, person = editor, channel = bot.channel) =>
    settled(
      bot.discord.people.use(person, channel, { kind: 'command', name: 'digest', options: { sub, values } }),
    );
  const press = async (
    verb: 'subscribe' | 'change' | 'remove',
    person = editor,
  ): Promise<StoredInteraction> => {
    desk.reply = {
      ...SAID,
      actions: [{ label: 'Do', intent: { kind: 'digest', verb, subscription: DIGEST } }],
    };
    const { original: message } = await use('list', {}, person);
    if (!message) throw new Error('there was no reply');
    const [button] = readMessage(message.body).buttons;
    const gesture = { kind: 'button', customId: button?.customId ?? '', message } as const;
    return settled(bot.discord.people.use(person, bot.channel, gesture));
  };
  const fill = (form: StoredInteraction, fields: Record<string, string | readonly string[]>) =>
    settled(
      bot.discord.people.use(editor, bot.channel, {
        kind: 'modal',
        customId: modalOf(form).custom_id,
        fields,
      }),
    );
  const complete = async (sub: string, focused: string, typed: string): Promise<readonly unknown[]> => {
    const options = { sub, values: { [focused]: typed } };
    const gesture = { kind: 'autocomplete', name: 'digest', options, focused } as const;
    const { data } = await settled(bot.discord.people.use(editor, bot.channel, gesture));
    return JSON.parse(JSON.stringify(data)).choices;
  };
  const placed = (): DigestPlace => {
    const place = desk.asked.at(-1)?.place;
    if (!place) throw new Error('no place was found');
    return place;
  };

  it('carry every option to the digests, and answer the asker alone', async () => {
    const values = {
      ...{ story: 'all', time: '8:00', days: 'weekdays', zone: 'Europe/Kyiv' },
      ...{ quiet: '2026-12-24', unchanged: 'silent' },
    };
    const { ephemeral, original } = await use('subscribe', values);
    expect(ephemeral).toBe(true);
    expect(readMessage(original?.body).text).toBe('Noted.');
    const { unchanged: whenUnchanged, ...choices } = values;
    expect(desk.asked).toMatchObject([
      { intent: { kind: 'subscribe', choices: { ...choices, whenUnchanged } } },
    ]);
  });

  it('are about the channel or thread they are asked for in', async () => {
    await use('list');
    expect(placed()).toEqual({
      destination: { platform: 'discord', workspace: bot.guild.id, kind: 'channel', id: bot.channel.id },
      name: '#desk',
      standing: 'manager',
    });
    const thread = bot.discord.world.addChannel(bot.guild, 'talk', {
      type: ChannelType.PublicThread,
      parent: bot.channel,
    });
    bot.discord.install(bot.guild);
    await use('list', {}, editor, thread);
    expect(placed()).toMatchObject({ destination: { kind: 'channel', id: thread.id }, name: '#talk' });
  });

  it('are about the asker’s own DM when that is meant, where everybody manages', async () => {
    for (const asked of [
      () => use('list', { me: true }, bot.ann),
      () => use('list', {}, bot.ann, bot.discord.world.dmWith(bot.ann)),
    ]) {
      await asked();
      expect(placed()).toEqual({
        destination: { platform: 'discord', workspace: '', kind: 'person', id: bot.ann.id },
        name: 'your DM',
        standing: 'manager',
      });
    }
  });

  it('are about another channel, with what Discord tells may be done there', async () => {
    const channel = bot.discord.world.addChannel(bot.guild, 'wire', {
      botDenied: PermissionFlagsBits.SendMessages,
    });
    await use('subscribe', { channel, time: '8:00' });
    expect(placed()).toMatchObject({ destination: { id: channel.id }, name: '#wire', standing: 'manager' });
    expect(placed().obstacle).toContain('“Send Messages”');
    await use('list', { channel }, bot.ann);
    expect(placed().standing).toBe('reader');
  });

  it('are about a channel named in a message, when whoever names it may see it', async () => {
    const { people, world } = bot.discord;
    const wire = world.addChannel(bot.guild, 'wire');
    const secret = world.addChannel(bot.guild, 'secret');
    secret.hidden = true;
    bot.discord.install(bot.guild);
    for (const [person, standing] of [
      [editor, 'manager'],
      [bot.ann, 'reader'],
    ] as const) {
      await people.replyTo(people.say(person, bot.channel, `${bot.mention} /digest list <#${wire.id}>`));
      expect(placed()).toMatchObject({ destination: { id: wire.id }, standing });
    }
    const before = desk.asked.length;
    const told = await people.replyTo(
      people.say(bot.ann, bot.channel, `${bot.mention} /digest list #secret`),
    );
    expect(readMessage(told.body).text).toContain('can’t find that channel');
    expect(desk.asked).toHaveLength(before);
  });

  it('say what stands in the way where the bot is no member', async () => {
    const { world } = bot.discord;
    const elsewhere = world.addGuild('Elsewhere', { botIsMember: false });
    const room = world.addChannel(elsewhere, 'lounge');
    await use('list', {}, bot.ann, room);
    expect(placed().obstacle).toContain('I am not in this server');
  });

  it('open a form when nothing is said yet, filled in and within Discord’s limits', async () => {
    const form = modalOf(await use('subscribe'));
    expect(form.title).toBe('Subscribe to a digest');
    expect(JSON.stringify(form)).toContain('"value":"08:00 weekdays"');
    expect(form.components).toHaveLength(5);
    const stories = JSON.stringify(form.components[0]);
    for (const choice of ['"all"', '"harbour-bridge"', '"fjord-whales"']) expect(stories).toContain(choice);
  });

  it('take what was filled in for the place that was meant', async () => {
    const channel = bot.discord.world.addChannel(bot.guild, 'wire');
    bot.discord.install(bot.guild);
    const form = await use('subscribe', { channel });
    const { ephemeral } = await fill(form, {
      ...{ story: ['all'], when: '9:30 daily', zone: 'Lima', quiet: ' ', unchanged: ['send'] },
    });
    expect(ephemeral).toBe(true);
    expect(desk.asked.at(-1)?.intent).toEqual({
      kind: 'subscribe',
      choices: { story: 'all', text: '9:30 daily', zone: 'Lima', quiet: 'none', whenUnchanged: 'send' },
    });
    expect(placed()).toMatchObject({ destination: { id: channel.id }, standing: 'manager' });
  });

  it('are changed by a form that their button opens', async () => {
    desk.opens = { ...FORM, subscription: DIGEST };
    const opened = await press('change');
    expect(modalOf(opened).title).toBe('Change this digest');
    expect(desk.formsFor).toEqual([{ verb: 'change', subscription: DIGEST }]);
    await fill(opened, { story: ['all'], when: '8:00', zone: 'Lima', quiet: '', unchanged: ['line'] });
    expect(desk.asked.at(-1)?.intent).toMatchObject({ kind: 'change', subscription: DIGEST });
  });

  it('are stopped by a button without further ado', async () => {
    const { ephemeral } = await press('remove');
    expect(ephemeral).toBe(true);
    expect(desk.asked.at(-1)?.intent).toEqual({ kind: 'remove', subscription: DIGEST });
  });

  it('open no form for whoever may not fill it in', async () => {
    desk.opens = { refusal: { ...SAID, tone: 'refusal' } };
    const { state, original, ephemeral } = await use('subscribe', {}, bot.ann);
    expect({ state, ephemeral }).toEqual({ state: 'answered', ephemeral: true });
    expect(readMessage(original?.body).text).toBe('Noted.');
  });

  it('keep nobody waiting when the store is slow: neither for a form nor for a choice', async () => {
    desk.waitMs = 10_000;
    const asked = bot.discord.people.use(editor, bot.channel, {
      kind: 'command',
      name: 'digest',
      options: { sub: 'subscribe' },
    });
    expect(await complete('pause', 'digest', '')).toEqual([]);
    expect(readMessage((await settled(asked)).original?.body).text).toContain('try again');
  });

  it('take no form that was forged or is of another age', async () => {
    const fields = { when: '8:00' };
    for (const customId of ['digest-form:1::elsewhere', 'digest-form:2::here', 'digest-form:1:A B:me']) {
      const used = bot.discord.people.use(editor, bot.channel, { kind: 'modal', customId, fields });
      expect(readMessage((await settled(used)).original?.body).text).toContain('out of date');
    }
    expect(desk.asked).toEqual([]);
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
    const { world } = bot.discord;
    const parent = bot.channel;
    const thread = world.addChannel(bot.guild, 'talk', { type: ChannelType.PublicThread, parent });
    const wire = world.addChannel(bot.guild, 'wire');
    bot.discord.install(bot.guild);
    bot.discord.remove(bot.guild, true);
    bot.discord.install(bot.guild);
    bot.discord.deleteChannel(thread);
    bot.discord.deleteChannel(wire);
    bot.discord.remove(bot.guild);
    const workspace = bot.guild.id;
    const platform = 'discord';
    await expect
      .poll(() => desk.forgotten)
      .toEqual([
        { platform, workspace, channel: thread.id },
        { platform, workspace, channel: wire.id },
        { platform, workspace },
      ]);
  });

  it('are refused in words where none are sent', async () => {
    await bot.stop();
    bot = await startBot();
    const { original } = await use('subscribe', {}, bot.ann);
    expect(readMessage(original?.body).text).toBe('I send no digests here.');
    expect(await complete('subscribe', 'zone', 'ky')).toEqual([]);
  });
});

const SAID: Reply = {
  tone: 'chat',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: 'Noted.' }] }],
  actions: [],
};

/** Digests that only write down what they are asked. */
class Desk implements DigestDesk {
  readonly asked: DigestRequest[] = [];
  readonly formsFor: DigestFormPurpose[] = [];
  readonly forgotten: unknown[] = [];
  reply = SAID;
  opens: DigestForm | { readonly refusal: Reply } = FORM;

  async handle(request: DigestRequest): Promise<Reply> {
    this.asked.push(request);
    return this.reply;
  }

  waitMs = 0;

  async form(_: unknown, purpose: DigestFormPurpose) {
    await this.#slowly();
    this.formsFor.push(purpose);
    return this.opens;
  }

  async summaries() {
    await this.#slowly();
    return [{ id: DIGEST, label: 'Every story, every weekday at 08:00, Kyiv time' }];
  }

  zones(prefix: string) {
    return [{ label: 'Kyiv', value: 'Europe/Kyiv' }].filter(({ label }) =>
      label.toLowerCase().startsWith(prefix),
    );
  }

  async #slowly(): Promise<void> {
    if (this.waitMs > 0) await sleep(this.waitMs, undefined, { ref: false });
  }

  async forget(gone: unknown): Promise<void> {
    this.forgotten.push(gone);
  }
}

interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly unknown[];
}

function modalOf({ state, data }: StoredInteraction): Modal {
  if (state !== 'modal') throw new Error(`no form was opened: ${state}`);
  return JSON.parse(JSON.stringify(data));
}
