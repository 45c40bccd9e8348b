import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, digestOf, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

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
