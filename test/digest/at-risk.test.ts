import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, digestOf, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';
import { SteppedTime } from './stepped-time.ts';

/** For a busy machine. */
const PATIENT = { timeout: 10_000 };

describeEveryStore('a digest that a crash would leave in doubt', (stores) => {
  let store: Store;
  let time: TestTime;
  let platform: PretendPlatform;
  const service = (options: Partial<ConstructorParameters<typeof AService>[0]> = {}) =>
    new AService({ store, courier: platform, time, ...options });

  beforeEach(async () => {
    store = await stores.open();
    time = new TestTime('2026-11-25T07:00:00Z');
    platform = new PretendPlatform();
  });

  it('is at risk with seven others at most on Slack, however many are due', async () => {
    const digests = service();
    for (let place = 0; place < 30; place++) {
      await digests.subscribe('08:00', {
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: `C${place}` },
      });
    }
    time.set('2026-11-25T08:00:00Z');
    const marked: number[] = [];
    platform.onPost = async () => {
      const rows = await store.db
        .selectFrom('deliveries')
        .select('id')
        .where('posting', 'is not', null)
        .execute();
      marked.push(rows.length);
    };
    await digests.run();
    expect(platform.posted).toHaveLength(30);
    expect(Math.max(...marked)).toBeGreaterThan(1);
    expect(Math.max(...marked)).toBeLessThanOrEqual(8);
  });

  it('is not posted by a process that was held up until its lease was nearly over', async () => {
    const marked = () => store.db.selectFrom('deliveries').select('id').where('posting', 'is not', null);
    let heldUp = 0;
    const slow: Store = {
      ...store,
      async transaction(work, options) {
        const result = await store.transaction(work, options);
        // The ledger says by now that a message is about to leave.
        if (heldUp === 0 && (await marked().execute()).length > 0) {
          heldUp++;
          time.pass(80_000);
        }
        return result;
      },
    };
    const held = new AService({ store: slow, courier: platform, time });
    const subscription = await held.subscribe();
    time.set('2026-11-25T08:00:00Z');
    const fences: number[] = [];
    platform.onPost = async () => {
      const row = await store.db.selectFrom('deliveries').select('fence').executeTakeFirstOrThrow();
      fences.push(row.fence);
    };
    await held.run();
    await held.deliver();
    expect(heldUp).toBe(1);
    // Given back and claimed anew.
    expect(fences).toEqual([2]);
    expect(platform.posted).toHaveLength(1);
    expect(await held.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('leaves in its turn also after it had to wait for room, and not later than it must', async () => {
    const stepped = new SteppedTime('2026-11-25T07:58:00Z');
    const digests = service({ time: stepped, policy: { atRisk: { slack: 2, discord: 2 } } });
    const subscribe = (time: string, id: string, story: string) =>
      digests.subscribe(time, {
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id },
        story: story as never,
      });
    await Promise.all([subscribe('07:59', 'SLOW1', 'bridge'), subscribe('07:59', 'SLOW2', 'bridge')]);
    await Promise.all([subscribe('08:00', 'C1', 'bridge'), subscribe('08:00', 'C1', 'flood')]);
    await subscribe('08:00', 'C2', 'bridge');
    const answer = Promise.withResolvers<void>();
    const left: { readonly channel: string; readonly at: number }[] = [];
    platform.onPost = async () => {
      const channel = platform.posted.at(-1)?.channel ?? '';
      left.push({ channel, at: stepped.now() });
      if (channel.startsWith('SLOW')) await answer.promise;
    };
    const leftTo = (to: string) => left.filter(({ channel }) => channel === to).map(({ at }) => at);
    stepped.pass(60_000);
    await digests.beat();
    await digests.lane.pass();
    await expect.poll(() => left.length, PATIENT).toBe(2);
    stepped.pass(60_000);
    await digests.beat();
    await digests.lane.pass();
    // The second one's turn, too, comes while there is no room.
    await expect
      .poll(
        () => store.db.selectFrom('rate_slots').select('next_at').where('key', '=', 'slack:T1:C1').execute(),
        PATIENT,
      )
      .toEqual([{ next_at: stepped.now() + 2400 }]);
    stepped.pass(5000);
    const roomAt = stepped.now();
    answer.resolve();
    await expect.poll(() => [leftTo('C1').length, leftTo('C2').length], PATIENT).toEqual([1, 1]);
    stepped.pass(1200);
    await digests.lane.idle();
    expect(leftTo('C2')).toEqual([roomAt]);
    expect(leftTo('C1')).toEqual([roomAt, roomAt + 1200]);
  });

  it('is not at risk while its next message waits for its turn', async () => {
    const digests = service({ compose: async () => digestOf(2) });
    await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    const wait = time.wait;
    let seen: unknown;
    time.wait = async (milliseconds, signal) => {
      if (milliseconds > 0) seen = await store.db.selectFrom('deliveries').selectAll().executeTakeFirst();
      return wait.call(time, milliseconds, signal);
    };
    await digests.run();
    expect(seen).toMatchObject({ posting: null, messages: expect.stringMatching(/^\["m-.*0"\]$/) });
    expect(platform.posted).toHaveLength(2);
  });
});
