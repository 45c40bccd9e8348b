import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labels } from '../../../doubles/slack/person.ts';
import type { Rig } from '../rig.ts';
import { DigestGround, TUESDAY } from './digest-ground.ts';

describe('a digest on Slack, from the command to the channel', () => {
  let ground: DigestGround;
  let rig: Rig;

  beforeEach(async () => {
    ground = await DigestGround.start();
    ({ rig } = ground);
  });
  afterEach(() => ground.stop());

  it('is subscribed to by the form, comes once, is changed and stopped by its buttons', async () => {
    await ground.digest('subscribe');
    await ground.submit({ 'digest.days': 'mon,tue,wed,thu,fri,sat,sun' });
    expect(ground.told()).toContain('every day at 08:00, Kyiv time; next: Tue 24 Nov.');
    ground.time.set(TUESDAY);
    await ground.service.run();
    await ground.service.run();
    expect(ground.said()).toHaveLength(1);
    const [digest] = ground.said();
    expect(digest).toMatchObject({ unfurls: false });
    expect(digest?.text).toContain('City council votes to close the old harbour bridge');
    expect(digest && labels(digest)).toEqual(expect.arrayContaining(['Change', 'Stop']));
    await ground.press('Change');
    await ground.submit({ 'digest.time': '09:30' });
    expect(ground.told()).toContain('every day at 09:30, Kyiv time; next: Wed 25 Nov.');
    await ground.press('Stop');
    ground.time.set('2026-11-25T10:00:00Z');
    await ground.service.run();
    expect(ground.said()).toHaveLength(1);
    await ground.digest('list');
    expect(ground.told()).toContain('Every story, every day at 09:30, Kyiv time. (stopped)');
  });

  it('is not sent again where nobody can be asked, and stands as uncertain', async () => {
    await ground.digest('subscribe 8:00 daily');
    rig.double.state.faults.plan('chat.postMessage', { kind: 'reset', acted: false });
    ground.time.set(TUESDAY);
    await ground.service.run();
    ground.time.pass(3_600_000);
    await ground.service.run();
    expect(ground.said()).toEqual([]);
    await ground.digest('why');
    expect(ground.told()).toContain('Tue 24 Nov at 08:00: nobody knows whether it came.');
  });

  it('is found, and not sent again, in a direct message', async () => {
    await ground.digest('subscribe me 8:00 daily');
    rig.double.state.faults.plan('chat.postMessage', { kind: 'reset', acted: true });
    ground.time.set(TUESDAY);
    await ground.service.run();
    ground.time.pass(3_600_000);
    await ground.service.run();
    const digests = rig.double.said(ground.ada.directChannel());
    expect(digests).toHaveLength(1);
  });

  it('stops where the bot was removed from the channel, and whoever made it is told once', async () => {
    await ground.digest('subscribe 8:00 daily');
    ground.channel.members.delete(rig.double.botUser);
    ground.time.set(TUESDAY);
    await ground.service.run();
    await ground.service.tellOwners();
    await ground.service.tellOwners();
    expect(rig.double.said(ground.ada.directChannel()).map(({ text }) => text)).toEqual([
      'Stopped. not-in-channel',
    ]);
  });
});
