import { afterEach, beforeEach } from 'vitest';
import type { DigestPlace } from '../../../../src/chat/digest-intent.ts';
import type { Person } from '../../../doubles/slack/person.ts';
import type { Channel } from '../../../doubles/slack/workspace.ts';
import { newsroom } from '../newsroom.ts';
import { type Rig, type RigOptions, startRig } from '../rig.ts';
import { FakeDesk } from './fake-desk.ts';

/** A bot whose digests only write down what they are asked, anew for each test; Ada is in #general. */
export function useAsking() {
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
  return {
    desk: () => desk,
    rig: () => rig,
    ada: () => ada,
    channel: () => channel,
    /** The bot starts again, on a double of its own. */
    async restartWith(options: RigOptions): Promise<void> {
      await rig[Symbol.asyncDispose]();
      await start(options);
    },
    use,
    placed,
    modal,
    submit,
  };
}
