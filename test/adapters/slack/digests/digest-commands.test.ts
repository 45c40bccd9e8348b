import { describe, expect, it } from 'vitest';
import { DIGEST, saying } from './fake-desk.ts';
import { useAsking } from './use-asking.ts';

describe('digests asked for by command on Slack', () => {
  const { ada, channel, desk, placed, restartWith, rig, use } = useAsking();

  it('carry what was typed, and answer the asker alone', async () => {
    expect(await use('subscribe 8:00 weekdays Kyiv')).toEqual(['Noted.']);
    expect(rig().double.said(channel())).toEqual([]);
    expect(desk().asked).toMatchObject([
      { intent: { kind: 'subscribe', choices: { text: '8:00 weekdays Kyiv' } } },
    ]);
  });

  it('are about the channel they are asked for in, with the asker’s own zone', async () => {
    await use('list');
    expect(placed()).toEqual({
      destination: { platform: 'slack', workspace: rig().double.team, kind: 'channel', id: channel().id },
      name: '#general',
      standing: 'member',
      zone: 'Europe/Kyiv',
    });
  });

  it('are about the asker alone in a direct message and by "me"', async () => {
    const alone = {
      destination: { platform: 'slack', workspace: rig().double.team, kind: 'person', id: ada().user.id },
      name: 'your direct messages',
      standing: 'manager',
      zone: 'Europe/Kyiv',
    };
    await use('list me');
    expect(placed()).toEqual(alone);
    await use('list', ada(), ada().directChannel());
    expect(placed()).toEqual(alone);
    await ada().directMessage('/digest list');
    await rig().settled();
    expect(placed()).toEqual(alone);
  });

  it('find another channel by what Slack makes of its name, and by its name as typed', async () => {
    const news = rig().double.channel([], { name: 'news' });
    for (const typed of [`<#${news.id}|news>`, `<#${news.id}|>`, '#news']) {
      await use(`list ${typed}`);
      expect(placed()).toMatchObject({ destination: { id: news.id }, name: '#news' });
    }
  });

  it('show nobody a channel they may not see', async () => {
    const secret = rig().double.channel([], { name: 'secret', kind: 'private' });
    const guest = rig().double.person({ guest: true });
    const open = rig().double.channel([], { name: 'open' });
    await use(`list <#${secret.id}|secret>`);
    await use('list #secret');
    await use(`list <#${open.id}|open>`, guest);
    expect(desk().asked).toEqual([]);
    expect(rig().double.whispered(channel(), ada())[0]?.text).toContain('I can’t find that channel');
    secret.members.add(ada().user.id);
    await use('list #secret');
    expect(placed()).toMatchObject({ destination: { id: secret.id } });
  });

  it('know what keeps the bot from posting there', async () => {
    const { double } = rig();
    const outside = double.channel([ada()], { withoutBot: true });
    const secret = double.channel([ada()], { withoutBot: true, kind: 'private' });
    await use('list', ada(), outside);
    expect(placed().obstacle).toContain('/invite @Backstory');
    await use('list', ada(), secret);
    expect(placed()).toMatchObject({
      name: 'this channel',
      obstacle: expect.stringContaining('/invite @Backstory'),
    });
    channel().archived = true;
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
    await restartWith({ settings: { adminsOnly } });
    await use('list', rig().double.person(who));
    expect(placed().standing).toBe(standing);
  });

  it('let nobody pass as a manager whom Slack does not tell of', async () => {
    rig().double.state.faults.plan('users.info', { kind: 'platform', error: 'user_not_found', acted: false });
    await use('list', rig().double.person({ admin: true }));
    expect(placed().standing).toBe('maker');
  });

  it('are stopped by their button, and whoever pressed it is told alone', async () => {
    desk().reply = saying('Today’s digest', ['remove']);
    await ada().mention(channel(), '/digest list');
    await rig().settled();
    const [message] = rig().double.said(channel());
    if (!message) throw new Error('nothing was said');
    desk().reply = saying('Removed.');
    await ada().press(message, 'remove');
    await rig().settled();
    expect(desk().asked.at(-1)).toMatchObject({
      intent: { kind: 'remove', subscription: DIGEST },
      place: { destination: { id: channel().id } },
    });
    expect(rig().double.said(channel())).toHaveLength(1);
    expect(
      rig()
        .double.whispered(channel(), ada())
        .map(({ text }) => text),
    ).toEqual(['Removed.']);
  });

  it.each([
    ['channel_deleted', (id: string) => ({ channel: id })],
    ['channel_left', (id: string) => ({ channel: id })],
    ['group_left', (id: string) => ({ channel: id })],
  ] as const)('are forgotten on %s', async (type, more) => {
    await rig().double.announce({ type, ...more(channel().id) });
    await rig().settled();
    const workspace = rig().double.team;
    expect(desk().forgotten).toEqual([{ platform: 'slack', workspace, channel: channel().id }]);
  });

  it('are forgotten with their workspace', async () => {
    await rig().double.announce({ type: 'app_uninstalled' });
    await rig().settled();
    expect(desk().forgotten).toEqual([{ platform: 'slack', workspace: rig().double.team }]);
  });
});
