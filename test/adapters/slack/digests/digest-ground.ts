import { createChat } from '../../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../../src/chat/shared-readings.ts';
import { createBrokenNotice } from '../../../../src/digest/broken-notice.ts';
import { createCompose } from '../../../../src/digest/compose.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { AService, TestTime } from '../../../digest/a-service.ts';
import type { Person } from '../../../doubles/slack/person.ts';
import type { Channel, Message } from '../../../doubles/slack/workspace.ts';
import { silentLog } from '../../../support/every-store.ts';
import { digestsOver } from '../../../support/stored-digests.ts';
import { BRIDGE, shelfWith } from '../../../support/stories.ts';
import { type Rig, startRig } from '../rig.ts';

/** Monday, ten in the morning in Kyiv. */
const MONDAY = '2026-11-23T08:00:00Z';
/** Its digest of eight in the morning is due. */
export const TUESDAY = '2026-11-24T06:00:00Z';

const SOURCES = { stories: shelfWith(BRIDGE), read: sharedReadings() };

/** What a process makes anew when it starts. */
function partsOver(store: Store) {
  const { digests } = digestsOver(store, SOURCES);
  return { digests, chat: createChat({ stories: SOURCES.stories, digests }) };
}

/** Everything there is between somebody's command and their digest, in one workspace. */
export class DigestGround {
  readonly store: Store;
  readonly time: TestTime;
  readonly rig: Rig;
  readonly service: AService;
  readonly ada: Person;
  readonly channel: Channel;

  private constructor(store: Store, time: TestTime, rig: Rig, service: AService) {
    this.store = store;
    this.time = time;
    this.rig = rig;
    this.service = service;
    this.ada = rig.double.person({ timeZone: 'Europe/Kyiv' });
    this.channel = rig.double.channel([this.ada], { name: 'general' });
  }

  static async start(): Promise<DigestGround> {
    const time = new TestTime(MONDAY);
    const store = await openStore({ kind: 'memory' }, { log: silentLog, now: time.now() });
    const rig = await startRig('http', { clock: time, ...partsOver(store) });
    const { courier } = rig.slack;
    if (!courier) throw new Error('the adapter has no courier');
    const compose = createCompose(SOURCES);
    return new DigestGround(store, time, rig, new AService({ store, courier, time, compose }));
  }

  /** The bot starts anew over the same store, as after a crash. */
  restart(): Promise<void> {
    return this.rig.restart(partsOver(this.store));
  }

  async stop(): Promise<void> {
    await this.rig[Symbol.asyncDispose]();
    await this.store.close();
  }

  /** What somebody was told last, alone, in a channel. */
  told(who = this.ada, where = this.channel): string | undefined {
    return this.rig.double.whispered(where, who).at(-1)?.text;
  }

  said(where = this.channel): readonly Message[] {
    return this.rig.double.said(where);
  }

  /** `/digest TEXT`. */
  async digest(text: string, who = this.ada, where = this.channel): Promise<string | undefined> {
    await who.slash(where, '/digest', text);
    await this.rig.settled();
    return this.told(who, where);
  }

  async submit(values: Readonly<Record<string, string>> = {}, who = this.ada): Promise<void> {
    await who.submit(values);
    await this.rig.settled();
  }

  /** Presses a button of the newest message in a channel, or of the one given. */
  async press(label: string, message = this.said().at(-1), who = this.ada): Promise<void> {
    if (!message) throw new Error('no digest came');
    await who.press(message, label);
    await this.rig.settled();
  }

  /** What the form that somebody has open is made of, as it was sent. */
  form(who = this.ada): string {
    return JSON.stringify(who.openModal()[1].view);
  }

  /** Tells owners of digests that were stopped what the service tells them. */
  async tellOwners(): Promise<void> {
    await this.service.tellOwners(createBrokenNotice(SOURCES.stories));
  }

  async deliverAt(instant: string): Promise<void> {
    this.time.set(instant);
    await this.service.run();
  }
}
