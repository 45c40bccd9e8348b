import { describe, expect, it } from 'vitest';
import { DIGEST, FakeDesk, saying } from './fake-desk.ts';
import { useAsking } from './use-asking.ts';

describe('the form of a digest on Slack', () => {
  const { ada, channel, desk, modal, placed, rig, submit, use } = useAsking();

  it('open filled in, and are taken as filled in', async () => {
    expect(await use('subscribe')).toEqual([]);
    const { title, blocks } = modal();
    expect(title.text).toBe('Subscribe to a digest');
    const text = JSON.stringify(blocks);
    for (const said of [
      `"initial_conversation":"${channel().id}"`,
      '"text":"Harbour reopens after storm"',
      '"initial_time":"08:00"',
      '"text":"Europe/Kyiv"',
      '"initial_value":"2026-12-24"',
    ]) {
      expect(text).toContain(said);
    }
    await submit({ 'digest.time': '07:30', 'digest.days': 'mon,wed', 'digest.unchanged': 'silent' });
    expect(desk().asked).toMatchObject([
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
        place: { destination: { kind: 'channel', id: channel().id } },
      },
    ]);
    expect(
      rig()
        .double.whispered(channel(), ada())
        .map(({ text }) => text),
    ).toEqual(['Noted.']);
  });

  it('go to another channel(), or to the asker alone when none is chosen', async () => {
    const news = rig().double.channel([ada()]);
    await use('subscribe');
    await submit({ 'digest.channel': news.id });
    expect(placed().destination).toMatchObject({ kind: 'channel', id: news.id });
    await use('subscribe');
    await submit({ 'digest.channel': '' });
    expect(placed().destination).toMatchObject({ kind: 'person', id: ada().user.id });
  });

  it('change the digest whose button was pressed, in the place it goes to', async () => {
    desk().reply = saying('Today’s digest', ['change']);
    await ada().mention(channel(), '/digest list');
    await rig().settled();
    const [message] = rig().double.said(channel());
    if (!message) throw new Error('nothing was said');
    await ada().press(message, 'change');
    await rig().settled();
    expect(desk().formsFor).toEqual([{ verb: 'change', subscription: DIGEST }]);
    expect(modal().title.text).toBe('Change this digest');
    expect(JSON.stringify(modal().blocks)).toContain(`"initial_conversation":"${channel().id}"`);
    desk().reply = saying('Changed.');
    await submit({ 'digest.quiet': ' ' });
    expect(desk().asked.at(-1)).toMatchObject({
      intent: {
        kind: 'change',
        subscription: DIGEST,
        choices: { days: 'mon,tue,wed,thu,fri', quiet: 'none' },
      },
      place: { destination: { id: channel().id } },
    });
    expect(rig().double.said(channel())).toHaveLength(1);
    expect(
      rig()
        .double.whispered(channel(), ada())
        .map(({ text }) => text),
    ).toEqual(['Changed.']);
  });

  it('change the only digest without being told which', async () => {
    await use('change');
    expect(desk().formsFor).toEqual([{ verb: 'change' }]);
    await submit({ 'digest.quiet': ' ' });
    expect(desk().asked).toMatchObject([{ intent: { kind: 'change', subscription: DIGEST } }]);
  });

  it('are not opened for who may not: they are told why, alone', async () => {
    desk().opens = { refusal: saying('Only managers can.') };
    expect(await use('change')).toEqual(['Only managers can.']);
    expect(rig().double.state.workspace.modals.size).toBe(0);
  });

  it('are asked for in words when Slack lets none be opened', async () => {
    const late = { kind: 'platform', error: 'expired_trigger_id', acted: false } as const;
    rig().double.state.faults.plan('views.open', late);
    expect(await use('subscribe')).toEqual(['Noted.']);
  });

  it('leave out quiet dates that do not fit, and so keep them', async () => {
    const fitting = `${'2026-12-24, '.repeat(249)}2026-12-24`;
    for (const [quiet, isShown] of [
      [fitting, true],
      [`${fitting}, 2026-12-26`, false],
    ] as const) {
      desk().opens = { ...new FakeDesk().opens, quiet } as FakeDesk['opens'];
      await use('change');
      expect(JSON.stringify(modal().blocks).includes('digest.quiet')).toBe(isShown);
      await submit({ 'digest.time': '07:30' });
      const { intent } = desk().asked.at(-1) ?? {};
      expect(intent).toMatchObject({ kind: 'change', choices: { time: '07:30' } });
      expect(intent && 'choices' in intent && intent.choices.quiet).toBe(isShown ? quiet : undefined);
    }
  });

  it('keep days that are said in other words', async () => {
    desk().opens = { ...new FakeDesk().opens, days: 'every second Monday' } as FakeDesk['opens'];
    await use('subscribe');
    expect(JSON.stringify(modal().blocks)).toContain('"initial_value":"every second Monday"');
    await submit();
    expect(desk().asked.at(-1)).toMatchObject({ intent: { choices: { days: 'every second Monday' } } });
  });

  it('complete time zones and stories', async () => {
    const where = { container: { type: 'view' } };
    const values = async (action: string, typed: string) => {
      const { body } = await ada().suggest(where, { action, block: 'b' }, typed);
      return JSON.parse(JSON.stringify(body)).options.map(({ value }: { value: string }) => value);
    };
    expect(await values('digest.zone', 'ky')).toEqual(['Europe/Kyiv']);
    expect(await values('digest.story', '')).toEqual(['all', 'story-0']);
    expect(await values('digest.story', 'harb')).toEqual(['story-0']);
  });
});
