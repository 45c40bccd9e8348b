import { expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../adapters/slack/channel-settings.ts';
import { keptStores } from '../../adapters/slack/kept-stores.ts';
import { createStoredKeep } from '../../src/store/stored-keep.ts';
import { sweep } from '../../src/store/sweep.ts';
import { describeEveryStore } from '../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 2, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describeEveryStore('what adapters keep', (stores) => {
  /** What a process keeps of Slack; two are two processes. */
  const keeping = async () => {
    const store = await stores.open();
    const clock = { at: NOON, now: () => clock.at };
    return { store, clock, keep: createStoredKeep(store, 'slack', clock) };
  };

  it('takes each request on once, in whichever process, for a day', async () => {
    const [one, two] = [await keeping(), await keeping()];
    const taken = await Promise.all([one, two, one, two].map(({ keep }) => keep.takeOn('Ev1')));
    expect(taken.filter(Boolean)).toEqual([true]);
    one.clock.at = NOON + DAY - 1;
    expect(await one.keep.takeOn('Ev1')).toBe(false);
    expect(await one.keep.takeOn('Ev2')).toBe(true);
    one.clock.at = NOON + DAY;
    expect([await one.keep.takeOn('Ev1'), await one.keep.takeOn('Ev1')]).toEqual([true, false]);
    expect(await createStoredKeep(one.store, 'discord', one.clock).takeOn('Ev1')).toBe(true);
  });

  it('greets a workspace once, and again when it left and came back', async () => {
    const { keep } = await keeping();
    expect([await keep.greet('T1'), await keep.greet('T1'), await keep.greet('T2')]).toEqual([
      true,
      false,
      true,
    ]);
    await keep.forgetWorkspace('T1');
    expect([await keep.greet('T1'), await keep.greet('T2')]).toEqual([true, false]);
  });

  it('gives a kept reply out once, for half an hour', async () => {
    const { keep, clock, store } = await keeping();
    const { kept } = keptStores(keep);
    const reply = {
      tone: 'chat' as const,
      blocks: [{ kind: 'heading' as const, text: 'A\u0000😀' }],
      actions: [],
    };
    const given = { reply, from: 2, way: { kind: 'channel' as const, thread: '1.2' } };
    const [first, second, third] = [await kept.keep(given), await kept.keep(given), await kept.keep(given)];
    expect([await kept.take(first), await kept.take(first)]).toEqual([given, undefined]);
    clock.at = NOON + 30 * MINUTE + 1;
    expect(await kept.take(second)).toBeUndefined();
    await sweep(store, clock.at);
    clock.at = NOON;
    expect(await kept.take(third)).toBeUndefined();
    expect(await kept.take('no-such-id')).toBeUndefined();
  });

  it('knows what a channel’s managers chose, and what stands where they chose nothing', async () => {
    const { keep, store } = await keeping();
    const { settings } = keptStores(keep);
    const chosen = { replies: 'channel', chosenBy: { replies: 'U1' } } as const;
    await settings.set('T1', 'C1', DEFAULT_SETTING);
    await settings.set('T1', 'C1', chosen);
    expect([await settings.get('T1', 'C1'), await settings.get('T1', 'C2')]).toEqual([
      chosen,
      DEFAULT_SETTING,
    ]);
    await store.db.updateTable('channel_settings').set({ setting: '{"replies":"nowhere"}' }).execute();
    expect(await settings.get('T1', 'C1')).toEqual(DEFAULT_SETTING);
  });

  it('keeps sealed tokens until they are taken away', async () => {
    const { installations } = (await keeping()).keep;
    await installations.put('slack:team:T1', 'sealed');
    await installations.put('slack:team:T1', 'sealed anew');
    const other = (await keeping()).keep;
    expect(await other.installations.get('slack:team:T1')).toBe('sealed anew');
    await installations.put('slack:member:T_1', 'one');
    await installations.put('slack:memberxT1', 'another');
    expect(await other.installations.list('slack:member:')).toEqual([['slack:member:T_1', 'one']]);
    await installations.delete('slack:team:T1');
    expect(await other.installations.get('slack:team:T1')).toBeUndefined();
  });
});
