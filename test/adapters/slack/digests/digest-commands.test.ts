import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DigestPlace } from '../../../../src/chat/digest-intent.ts';
import type { Person } from '../../../doubles/slack/person.ts';
import type { Channel } from '../../../doubles/slack/workspace.ts';
import { newsroom } from '../newsroom.ts';
import { type Rig, type RigOptions, startRig } from '../rig.ts';
import { DIGEST, FakeDesk, saying } from './fake-desk.ts';

describe('digests asked for on Slack', () => {
  let desk: FakeDesk;
  let rig: Rig;
  let ada: Person;
  let channel: Channel;

  const start = async (options: RigOptions = {}): Promise<void> => {
    desk = new FakeDesk();
    rig = await startRig('http', { chat: newsroom(undefined, desk), digests: desk, ...options });
    ada = rig.double.person({ timeZone: 'Europe/Kyiv' });
    channel = rig.double.channel([ada], { name: 'general' });
  };
  beforeEach(() => start());
  afterEach(() => rig[Symbol.asyncDispose]());

  const use = async (text: string, who = ada, where = channel): Promise<readonly string[]> => {
    await who.slash(where, '/digest', text);
    await rig.settled();
    return rig.double.whispered(where, who).map((message) => message.text);
  };
  const placed = (): DigestPlace => {
    const place = desk.asked.at(-1)?.place;
    if (!place) throw new Error('no place was found');
    return place;
  };
  const modal = () => JSON.parse(JSON.stringify(ada.openModal()[1].view));
  const submit = async (values: Readonly<Record<string, string>> = {}) => {
    await ada.submit(values);
    await rig.settled();
  };

  describe('by command', () => {
    it('carry what was typed, and answer the asker alone', async () => {
      expect(await use('subscribe 8:00 weekdays Kyiv')).toEqual(['Noted.']);
      expect(rig.double.said(channel)).toEqual([]);
      expect(desk.asked).toMatchObject([
        { intent: { kind: 'subscribe', choices: { text: '8:00 weekdays Kyiv' } } },
      ]);
    });

    it('are about the channel they are asked for in, with the asker’s own zone', async () => {
      await use('list');
      expect(placed()).toEqual({
        destination: { platform: 'slack', workspace: rig.double.team, kind: 'channel', id: channel.id },
        name: '#general',
        standing: 'member',
        zone: 'Europe/Kyiv',
      });
    });

    it('are about the asker alone in a direct message and by "me"', async () => {
      const alone = {
        destination: { platform: 'slack', workspace: rig.double.team, kind: 'person', id: ada.user.id },
        name: 'your direct messages',
        standing: 'manager',
        zone: 'Europe/Kyiv',
      };
      await use('list me');
      expect(placed()).toEqual(alone);
      await use('list', ada, ada.directChannel());
      expect(placed()).toEqual(alone);
      await ada.directMessage('/digest list');
      await rig.settled();
      expect(placed()).toEqual(alone);
    });

    it('find another channel by what Slack makes of its name, and by its name as typed', async () => {
      const news = rig.double.channel([], { name: 'news' });
      for (const typed of [`<#${news.id}|news>`, `<#${news.id}|>`, '#news']) {
        await use(`list ${typed}`);
        expect(placed()).toMatchObject({ destination: { id: news.id }, name: '#news' });
      }
    });

    it('show nobody a channel they may not see', async () => {
      const secret = rig.double.channel([], { name: 'secret', kind: 'private' });
      const guest = rig.double.person({ guest: true });
      const open = rig.double.channel([], { name: 'open' });
      await use(`list <#${secret.id}|secret>`);
      await use('list #secret');
      await use(`list <#${open.id}|open>`, guest);
      expect(desk.asked).toEqual([]);
      expect(rig.double.whispered(channel, ada)[0]?.text).toContain('I can’t find that channel');
      secret.members.add(ada.user.id);
      await use('list #secret');
      expect(placed()).toMatchObject({ destination: { id: secret.id } });
    });

    it('know what keeps the bot from posting there', async () => {
      const { double } = rig;
      const outside = double.channel([ada], { withoutBot: true });
      const secret = double.channel([ada], { withoutBot: true, kind: 'private' });
      await use('list', ada, outside);
      expect(placed().obstacle).toContain('/invite @Backstory');
      await use('list', ada, secret);
      expect(placed()).toMatchObject({
        name: 'this channel',
        obstacle: expect.stringContaining('/invite @Backstory'),
      });
      channel.archived = true;
      await use('list');
      expect(placed().obstacle).toContain('archived');
    });

    it.each([
      [{ admin: true }, false, 'manager'],
      [{ owner: true }, true, 'manager'],
      [{}, false, 'member'],
      [{}, true, 'maker'],
      [{ guest: true }, false, 'maker'],
    ] as const)('of %j, where only admins may first is %s: %s', async (who, adminsOnly, standing) => {
      await rig[Symbol.asyncDispose]();
      await start({ settings: { adminsOnly } });
      await use('list', rig.double.person(who));
      expect(placed().standing).toBe(standing);
    });

    it('let nobody pass as a manager whom Slack does not tell of', async () => {
      rig.double.state.faults.plan('users.info', { kind: 'platform', error: 'user_not_found', acted: false });
      await use('list', rig.double.person({ admin: true }));
      expect(placed().standing).toBe('maker');
    });
  });

  describe('by the form', () => {
    it('open filled in, and are taken as filled in', async () => {
      expect(await use('subscribe')).toEqual([]);
      const { title, blocks } = modal();
      expect(title.text).toBe('Subscribe to a digest');
      const text = JSON.stringify(blocks);
      for (const said of [
        `"initial_conversation":"${channel.id}"`,
        '"text":"Harbour reopens after storm"',
        '"initial_time":"08:00"',
        '"text":"Europe/Kyiv"',
        '"initial_value":"2026-12-24"',
      ]) {
        expect(text).toContain(said);
      }
      await submit({ 'digest.time': '07:30', 'digest.days': 'mon,wed', 'digest.unchanged': 'silent' });
      expect(desk.asked).toMatchObject([
        {
          intent: {
            kind: 'subscribe',
            choices: {
              story: 'story-0',
              time: '07:30',
              days: 'mon,wed',
              zone: 'Europe/Kyiv',
              quiet: '2026-12-24',
              whenUnchanged: 'silent',
            },
          },
          place: { destination: { kind: 'channel', id: channel.id } },
        },
      ]);
      expect(rig.double.whispered(channel, ada).map(({ text }) => text)).toEqual(['Noted.']);
    });

    it('go to another channel, or to the asker alone when none is chosen', async () => {
      const news = rig.double.channel([ada]);
      await use('subscribe');
      await submit({ 'digest.channel': news.id });
      expect(placed().destination).toMatchObject({ kind: 'channel', id: news.id });
      await use('subscribe');
      await submit({ 'digest.channel': '' });
      expect(placed().destination).toMatchObject({ kind: 'person', id: ada.user.id });
    });

    it('change the digest whose button was pressed, in the place it goes to', async () => {
      desk.reply = saying('Today’s digest', ['change']);
      await ada.mention(channel, '/digest list');
      await rig.settled();
      const [message] = rig.double.said(channel);
      if (!message) throw new Error('nothing was said');
      await ada.press(message, 'change');
      await rig.settled();
      expect(desk.formsFor).toEqual([{ verb: 'change', subscription: DIGEST }]);
      expect(modal().title.text).toBe('Change this digest');
      expect(JSON.stringify(modal().blocks)).toContain(`"initial_conversation":"${channel.id}"`);
      desk.reply = saying('Changed.');
      await submit({ 'digest.quiet': ' ' });
      expect(desk.asked.at(-1)).toMatchObject({
        intent: {
          kind: 'change',
          subscription: DIGEST,
          choices: { days: 'mon,tue,wed,thu,fri', quiet: 'none' },
        },
        place: { destination: { id: channel.id } },
      });
      expect(rig.double.said(channel)).toHaveLength(1);
      expect(rig.double.whispered(channel, ada).map(({ text }) => text)).toEqual(['Changed.']);
    });

    it('change the only digest without being told which', async () => {
      await use('change');
      expect(desk.formsFor).toEqual([{ verb: 'change' }]);
      await submit({ 'digest.quiet': ' ' });
      expect(desk.asked).toMatchObject([{ intent: { kind: 'change', subscription: DIGEST } }]);
    });

    it('are not opened for who may not: they are told why, alone', async () => {
      desk.opens = { refusal: saying('Only managers can.') };
      expect(await use('change')).toEqual(['Only managers can.']);
      expect(rig.double.state.workspace.modals.size).toBe(0);
    });

    it('are asked for in words when Slack lets none be opened', async () => {
      const late = { kind: 'platform', error: 'expired_trigger_id', acted: false } as const;
      rig.double.state.faults.plan('views.open', late);
      expect(await use('subscribe')).toEqual(['Noted.']);
    });

    it('keep days that are said in other words', async () => {
      desk.opens = { ...new FakeDesk().opens, days: 'every second Monday' } as typeof desk.opens;
      await use('subscribe');
      expect(JSON.stringify(modal().blocks)).toContain('"initial_value":"every second Monday"');
      await submit();
      expect(desk.asked.at(-1)).toMatchObject({ intent: { choices: { days: 'every second Monday' } } });
    });

    it('complete time zones and stories', async () => {
      const where = { container: { type: 'view' } };
      const values = async (action: string, typed: string) => {
        const { body } = await ada.suggest(where, { action, block: 'b' }, typed);
        return JSON.parse(JSON.stringify(body)).options.map(({ value }: { value: string }) => value);
      };
      expect(await values('digest.zone', 'ky')).toEqual(['Europe/Kyiv']);
      expect(await values('digest.story', '')).toEqual(['all', 'story-0']);
      expect(await values('digest.story', 'harb')).toEqual(['story-0']);
    });
  });

  it('are stopped by their button, and whoever pressed it is told alone', async () => {
    desk.reply = saying('Today’s digest', ['remove']);
    await ada.mention(channel, '/digest list');
    await rig.settled();
    const [message] = rig.double.said(channel);
    if (!message) throw new Error('nothing was said');
    desk.reply = saying('Removed.');
    await ada.press(message, 'remove');
    await rig.settled();
    expect(desk.asked.at(-1)).toMatchObject({
      intent: { kind: 'remove', subscription: DIGEST },
      place: { destination: { id: channel.id } },
    });
    expect(rig.double.said(channel)).toHaveLength(1);
    expect(rig.double.whispered(channel, ada).map(({ text }) => text)).toEqual(['Removed.']);
  });

  describe('in the App Home', () => {
    const home = () => JSON.stringify(rig.double.state.workspace.homes.get(ada.user.id));
    const pressHome = async (label: string) => {
      const pattern = new RegExp(`"text":"${label.replace('?', '\\?')}","emoji":false},"value":"([^"]+)"`);
      const value = pattern.exec(home())?.[1];
      if (value === undefined) throw new Error(`no button "${label}"`);
      await ada.pressInView(
        { id: 'home', type: 'home' },
        { type: 'button', action_id: 'chat.0', block_id: 'b', value },
      );
      await rig.settled();
    };
    beforeEach(async () => {
      await ada.openHome();
      await rig.settled();
    });

    it('are listed, and removed there', async () => {
      expect(home()).toContain('Every story, every weekday at 08:00, Kyiv time');
      desk.own = [];
      await pressHome('Remove');
      expect(placed().destination).toMatchObject({ kind: 'person', id: ada.user.id });
      expect(rig.double.said(ada.directChannel()).map(({ text }) => text)).toEqual(['Noted.']);
      expect(home()).toContain('None yet.');
    });

    it('are begun and changed by the form, and shown at once', async () => {
      await pressHome('Subscribe');
      desk.own = [{ id: DIGEST, label: 'A new one' }];
      await submit();
      expect(desk.asked.at(-1)).toMatchObject({
        intent: { kind: 'subscribe' },
        place: { destination: { kind: 'person', id: ada.user.id } },
      });
      expect(home()).toContain('A new one');
      await pressHome('Change');
      expect(desk.formsFor.at(-1)).toEqual({ verb: 'change', subscription: DIGEST });
    });
  });

  it.each([
    ['channel_deleted', (id: string) => ({ channel: id })],
    ['channel_left', (id: string) => ({ channel: id })],
    ['group_left', (id: string) => ({ channel: id })],
  ] as const)('are forgotten on %s', async (type, more) => {
    await rig.double.announce({ type, ...more(channel.id) });
    await rig.settled();
    const workspace = rig.double.team;
    expect(desk.forgotten).toEqual([{ platform: 'slack', workspace, channel: channel.id }]);
  });

  it('are forgotten with their workspace', async () => {
    await rig.double.announce({ type: 'app_uninstalled' });
    await rig.settled();
    expect(desk.forgotten).toEqual([{ platform: 'slack', workspace: rig.double.team }]);
  });
});
