import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChat } from '../../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../../src/chat/shared-readings.ts';
import { createCompose } from '../../../../src/digest/compose.ts';
import { createDigestDesk } from '../../../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../../../src/digest/create-subscriptions.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { AService, TestTime } from '../../../digest/a-service.ts';
import { labels, type Person } from '../../../doubles/slack/person.ts';
import type { Channel } from '../../../doubles/slack/workspace.ts';
import { silentLog } from '../../../support/every-store.ts';
import { BRIDGE, shelfWith } from '../../../support/stories.ts';
import { type Rig, startRig } from '../rig.ts';

/** Monday, ten in the morning in Kyiv. */
const MONDAY = '2026-11-23T08:00:00Z';
const TUESDAY = '2026-11-24T06:00:00Z';

describe('a digest on Slack, from the command to the channel', () => {
  let store: Store;
  let time: TestTime;
  let rig: Rig;
  let service: AService;
  let ada: Person;
  let channel: Channel;

  beforeEach(async () => {
    time = new TestTime(MONDAY);
    store = await openStore({ kind: 'memory' }, { log: silentLog, now: time.now() });
    const sources = { stories: shelfWith(BRIDGE), read: sharedReadings() };
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
    rig = await startRig('http', {
      clock: time,
      digests,
      chat: createChat({ stories: sources.stories, digests }),
    });
    if (!rig.slack.courier) throw new Error('the adapter has no courier');
    service = new AService({ store, courier: rig.slack.courier, time, compose });
    ada = rig.double.person({ timeZone: 'Europe/Kyiv' });
    channel = rig.double.channel([ada], { name: 'general' });
  });
  afterEach(async () => {
    await rig[Symbol.asyncDispose]();
    await store.close();
  });

  const told = () => rig.double.whispered(channel, ada).at(-1)?.text;
  const said = () => rig.double.said(channel);
  const subscribe = async (text: string): Promise<void> => {
    await ada.slash(channel, '/digest', text);
    await rig.settled();
  };
  const submit = async (values: Readonly<Record<string, string>> = {}): Promise<void> => {
    await ada.submit(values);
    await rig.settled();
  };
  const press = async (label: string): Promise<void> => {
    const digest = said().at(-1);
    if (!digest) throw new Error('no digest came');
    await ada.press(digest, label);
    await rig.settled();
  };

  it('is subscribed to by the form, comes once, is changed and stopped by its buttons', async () => {
    await subscribe('subscribe');
    await submit({ 'digest.days': 'mon,tue,wed,thu,fri,sat,sun' });
    expect(told()).toContain('every day at 08:00, Kyiv time; next: Tue 24 Nov.');
    time.set(TUESDAY);
    await service.run();
    await service.run();
    expect(said()).toHaveLength(1);
    const [digest] = said();
    expect(digest).toMatchObject({ unfurls: false });
    expect(digest?.text).toContain('City council votes to close the old harbour bridge');
    expect(digest && labels(digest)).toEqual(expect.arrayContaining(['Change', 'Stop']));
    await press('Change');
    await submit({ 'digest.time': '09:30' });
    expect(told()).toContain('every day at 09:30, Kyiv time; next: Wed 25 Nov.');
    await press('Stop');
    time.set('2026-11-25T10:00:00Z');
    await service.run();
    expect(said()).toHaveLength(1);
    await subscribe('list');
    expect(told()).toContain('Every story, every day at 09:30, Kyiv time. (stopped)');
  });

  it('is not sent again where nobody can be asked, and stands as uncertain', async () => {
    await subscribe('subscribe 8:00 daily');
    rig.double.state.faults.plan('chat.postMessage', { kind: 'reset', acted: false });
    time.set(TUESDAY);
    await service.run();
    time.pass(3_600_000);
    await service.run();
    expect(said()).toEqual([]);
    await subscribe('why');
    expect(told()).toContain('Tue 24 Nov at 08:00: nobody knows whether it came.');
  });

  it('is found, and not sent again, in a direct message', async () => {
    await subscribe('subscribe me 8:00 daily');
    rig.double.state.faults.plan('chat.postMessage', { kind: 'reset', acted: true });
    time.set(TUESDAY);
    await service.run();
    time.pass(3_600_000);
    await service.run();
    const digests = rig.double.said(ada.directChannel());
    expect(digests).toHaveLength(1);
  });

  it('stops where the bot was removed from the channel, and whoever made it is told once', async () => {
    await subscribe('subscribe 8:00 daily');
    channel.members.delete(rig.double.botUser);
    time.set(TUESDAY);
    await service.run();
    await service.tellOwners();
    await service.tellOwners();
    expect(rig.double.said(ada.directChannel()).map(({ text }) => text)).toEqual(['Stopped. not-in-channel']);
  });
});
