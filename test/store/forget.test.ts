import { beforeEach, expect, it } from 'vitest';
import { forgetChannel, forgetPerson, forgetWorkspace } from '../../src/store/forget.ts';
import type { Store } from '../../src/store/store.ts';
import { addPerson, addPlace, addTalk, everything, type Owner } from '../support/belongings.ts';
import { describeEveryStore } from '../support/every-store.ts';

const GONE: Owner = { platform: 'slack', workspace: 'T1', channel: 'C1', user: 'U1' };
/** The same ids in another workspace, other ids in the same, the same on another platform. */
const ELSEWHERE: Owner = { ...GONE, workspace: 'T2' };
const BESIDE: Owner = { ...GONE, channel: 'C2', user: 'U2' };
const ON_DISCORD: Owner = { platform: 'discord', workspace: 'G1', channel: 'C1', user: 'U1' };

describeEveryStore('forgetting', (stores) => {
  let store: Store;

  beforeEach(async () => {
    store = await stores.open();
    await addPlace(store, ELSEWHERE);
    await addPerson(store, ELSEWHERE);
  });
  /** Whatever there was before, and nothing else, is there again when all that was added is gone. */
  const undoes = async (forget: () => Promise<void>, ...added: readonly (() => Promise<void>)[]) => {
    const before = await everything(store);
    for (const add of added) await add();
    expect(await everything(store)).not.toEqual(before);
    await forget();
    expect(await everything(store)).toEqual(before);
  };

  it('a person takes all that is theirs, and nothing of anybody else’s', async () => {
    await addPerson(store, BESIDE);
    await addPerson(store, ON_DISCORD);
    await undoes(
      () => forgetPerson(store, GONE, ''),
      () => addPerson(store, GONE),
    );
  });

  it('a person of Discord takes what is theirs in every server', async () => {
    await addPerson(store, GONE);
    await undoes(
      () => forgetPerson(store, ON_DISCORD, ''),
      () => addPerson(store, ON_DISCORD),
      () => addTalk(store, { ...ON_DISCORD, workspace: 'G7', channel: 'C7' }),
    );
  });

  it('a person leaves what they chose for others, without their name', async () => {
    await addPlace(store, GONE);
    await forgetPerson(store, GONE, '');
    const { subscriptions = [], deliveries = [], channel_settings = [] } = await everything(store);
    const of = (rows: readonly string[], workspace: string) =>
      rows.filter((row) => row.includes(`"workspace":"${workspace}"`)).join();
    expect(deliveries.some((row) => row.includes('channel-slack-t1'))).toBe(true);
    expect(of(subscriptions, 'T1')).toContain('"created_by":""');
    expect(of(channel_settings, 'T1')).not.toContain('U1');
    expect(of(subscriptions, 'T2')).toContain('"created_by":"U1"');
    expect(of(channel_settings, 'T2')).toContain('U1');
  });

  it('a workspace takes all that is its own, the ledger of its digests too', () =>
    undoes(
      () => forgetWorkspace(store, 'slack', 'T1'),
      () => addPlace(store, GONE),
      () => addPerson(store, GONE),
      () => addPerson(store, BESIDE),
    ));

  it('a server takes what is its own, and leaves what its members get in their DM', async () => {
    const before = await everything(store);
    await addPlace(store, ON_DISCORD);
    await addPerson(store, ON_DISCORD);
    await forgetWorkspace(store, 'discord', 'G1');
    const { subscriptions = [], deliveries = [], ...others } = await everything(store);
    const { subscriptions: orders = [], deliveries: ledger = [], ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    const left = subscriptions.filter((row) => !orders.includes(row));
    expect(left).toEqual([expect.stringContaining('"place_kind":"person"')]);
    expect(deliveries).toHaveLength(ledger.length + 1);
  });

  it('a channel takes what was chosen for it and sent to it', async () => {
    await addPerson(store, GONE);
    await undoes(
      async () => {
        await forgetChannel(store, { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' });
        // That the workspace was greeted is not the channel's.
        const { greeted = [] } = await everything(store);
        expect(greeted.join()).toContain('T1');
        for (const table of ['greeted', 'memberships'] as const) {
          await store.db.deleteFrom(table).where('workspace', '=', 'T1').execute();
        }
      },
      () => addPlace(store, GONE),
    );
  });
});
