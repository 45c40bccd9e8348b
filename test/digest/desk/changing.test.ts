import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestIntent } from '../../../src/chat/digest-intent.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import { breakSubscription } from '../../../src/store/subscriptions.ts';
import { GENERAL, labels, MANAGER, NOW, useDesk, words } from './a-desk.ts';

const { ask, store, subscribe, subscriptions } = useDesk();

describe('changing', () => {
  test('leaves the rest as it was', async () => {
    await subscribe('harbour-bridge 8am weekends quiet 2026-12-26');
    expect(await words(ask({ kind: 'change', choices: { text: '9:30' } }))).toContain(
      'every Saturday and Sunday at 09:30, Kyiv time, but not on 26 Dec 2026; next: Sat 28 Nov.',
    );
    expect(await words(ask({ kind: 'change', choices: { quiet: 'none', story: 'all' } }))).toContain(
      'Every story, every Saturday and Sunday at 09:30, Kyiv time; next',
    );
  });

  test('says how when nothing is said', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'change', choices: {} }))).toContain('/digest change 08:30 daily London');
  });

  test('names one of several by number or story, or is asked which', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('harbour-bridge 9am', { ...MANAGER, at: NOW + 1 });
    expect(await words(ask({ kind: 'change', choices: { text: '2 10:15' } }, MANAGER))).toMatch(
      /harbour bridge”.*10:15/,
    );
    expect(await words(ask({ kind: 'change', choices: { text: 'harbour bridge 11:15' } }, MANAGER))).toMatch(
      /harbour bridge”.*11:15/,
    );
    const which = await ask({ kind: 'change', choices: { text: '10 am' } }, MANAGER);
    expect(plainText(which)).toBe('Which digest do you mean?');
    expect(which.actions.map(({ intent }) => intent.kind === 'digest' && intent.verb)).toEqual([
      'change',
      'change',
    ]);
    for (const { label } of which.actions) expect(label.length).toBeLessThanOrEqual(75);
  });

  test.each([
    ['2 9', 'harbour bridge”, every weekday at 09:00, Kyiv time'],
    ['2 Amsterdam', 'harbour bridge”, every weekday at 08:00, Amsterdam time'],
    ['2 Hong Kong', 'harbour bridge”, every weekday at 08:00, Hong Kong time'],
    ['2 all', 'Every story, every weekday at 08:00'],
    ['2 fjord', 'Humpback whales return'],
    ['2 silent', 'When nothing changed, nothing is sent.'],
  ])('a number at the beginning is no time where what follows makes none: %s', async (text, expected) => {
    await subscribe('all 7am', MANAGER);
    await subscribe('harbour-bridge 8am', { ...MANAGER, at: NOW + 1 });
    expect(await words(ask({ kind: 'change', choices: { text } }, MANAGER))).toContain(expected);
  });

  test('of many, the first are offered, and it is said how to name another', async () => {
    for (let minute = 10; minute < 22; minute++) await subscribe(`7:${minute}`, MANAGER);
    const which = await ask({ kind: 'change', choices: { time: '9am' } }, MANAGER);
    expect(which.actions).toHaveLength(10);
    expect(plainText(which)).toBe(
      'Which digest do you mean?\n\nThese are the first 10 of 12: name another by its number in /digest list.',
    );
    expect(await words(ask({ kind: 'change', choices: { text: '12 9am' } }, MANAGER))).toContain('at 09:00');
  });

  test('a number alone names a digest where there are so many, and is a time otherwise', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'change', choices: { text: '9' } }))).toContain('at 09:00');
    expect(await words(ask({ kind: 'change', choices: { text: '1' } }))).toContain(
      'Say what is to be different',
    );
    expect(await words(ask({ kind: 'change', choices: { text: '3 9:30' } }))).toContain(
      'There is no digest “3” here.',
    );
  });

  test('to what another has already changes nothing', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('9am', { ...MANAGER, at: NOW + 1 });
    expect(
      await words(ask({ kind: 'change', subscription: '2', choices: { time: '8am' } }, MANAGER)),
    ).toContain('There is such a digest here already');
  });
});

describe('stopping and going on', () => {
  test('"Stop" can be taken back', async () => {
    await subscribe('8am');
    const stopped = await ask({ kind: 'pause' });
    expect(plainText(stopped)).toBe(
      'Stopped: nothing more is sent until you resume it.\n\nEvery story, every weekday at 08:00, Kyiv time.',
    );
    expect(labels(stopped)).toEqual(['Resume', 'Change', 'Remove']);
    expect(await words(ask({ kind: 'pause' }))).toContain('stopped already');
    expect(await words(ask({ kind: 'resume' }))).toContain(
      'Resumed.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.',
    );
  });

  test('whatever is said of one that is stopped says so, and how it goes on', async () => {
    await subscribe('8am');
    await ask({ kind: 'pause' });
    const told = 'Every story, every day at 08:00, Kyiv time. (stopped)\n\nStopped; resume it to go on.';
    expect(await words(ask({ kind: 'change', choices: { text: 'daily' } }))).toBe(`Changed.\n\n${told}`);
    expect(await words(subscribe('8am daily', MANAGER))).toBe(
      `There is such a digest here already:\n\n${told}`,
    );
    expect(await words(ask({ kind: 'change', choices: {} }))).toContain(told);
  });

  test('one that a failure stopped offers today’s when it is resumed', async () => {
    await subscribe('8am');
    const [made] = await subscriptions().at(GENERAL.destination);
    await breakSubscription(store().db, made?.id ?? '', 'not-in-channel', NOW);
    expect(await words(ask({ kind: 'change', choices: { text: 'daily' } }))).toContain(
      'Kyiv time. (stopped by a failure)\n\nStopped by a failure. I am not in the channel: invite me there. Then resume it.',
    );
    expect(labels(await ask({ kind: 'resume' }))).toEqual(['Send now', 'Preview', 'Change', 'Stop']);
    await ask({ kind: 'pause' });
    expect(labels(await ask({ kind: 'resume' }))).not.toContain('Send now');
  });

  test('what was removed can be typed again', async () => {
    await subscribe('harbour-bridge 20:30 mon, wed London unchanged silent quiet 2026-11-25');
    const removed = await words(ask({ kind: 'remove' }));
    const [, again = ''] = /\/digest subscribe (.*)$/u.exec(removed) ?? [];
    expect(await words(subscribe(again))).toContain(
      'every Monday and Wednesday at 20:30, London time, but not on 25 Nov 2026',
    );
    expect(await words(ask({ kind: 'list' }))).toContain('harbour bridge”');
  });

  test('what was removed can be typed again with as many quiet dates as there may be', async () => {
    const everyOtherDay = Array.from({ length: 400 }, (_, day) =>
      new Date(NOW + (2 * day + 1) * 86_400_000).toISOString().slice(0, 10),
    );
    for (const quietDates of [everyOtherDay, everyOtherDay.slice(0, 3)]) {
      await subscribe(`8am quiet ${quietDates.join(', ')}`);
      const removed = await words(ask({ kind: 'remove' }));
      const [, again = ''] = /\/digest subscribe (.*)$/u.exec(removed) ?? [];
      await subscribe(again);
      const [subscription] = await subscriptions().at(GENERAL.destination);
      expect(subscription?.schedule.quietDates).toEqual(quietDates);
      await ask({ kind: 'remove' });
    }
  });

  test('sent now instead of at its hour, the next one is another day’s', async () => {
    await subscribe('daily 21:00');
    const told = 'Every story, every day at 21:00, Kyiv time; next: Tue 24 Nov.';
    expect(await words(ask({ kind: 'now' }))).toBe(`On its way to #general.\n\n${told}`);
    expect(await words(ask({ kind: 'list' }))).toContain(told);
  });

  test('sent now, it is on its way, and not twice', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'now' }))).toContain('On its way to #general.');
    expect(await words(ask({ kind: 'now' }))).toMatch(/on its way/i);
  });
});

test('whatever is typed or picked is answered', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 5 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('subscribe', 'change', 'preview', 'pause', 'why'),
      fc.record({ story: text, time: text, days: text, zone: text, quiet: text, text }, { requiredKeys: [] }),
      text,
      async (kind, choices, typed) => {
        const intent: DigestIntent =
          kind === 'pause' || kind === 'why'
            ? { kind, subscription: typed }
            : kind === 'subscribe'
              ? { kind, choices }
              : { kind, subscription: typed, choices };
        expect((await ask(intent, MANAGER)).blocks.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
