import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../doubles/slack/person.ts';
import type { Channel, Message } from '../../../doubles/slack/workspace.ts';
import type { Rig } from '../rig.ts';
import { DigestGround, TUESDAY } from './digest-ground.ts';

const WEDNESDAY = '2026-11-25T06:00:00Z';

describe('a digest that moves, on Slack', () => {
  let ground: DigestGround;
  let rig: Rig;
  let news: Channel;
  let bob: Person;

  beforeEach(async () => {
    ground = await DigestGround.start();
    ({ rig } = ground);
    bob = rig.double.person();
    news = rig.double.channel([ground.ada, bob], { name: 'news' });
    ground.channel.members.add(bob.user.id);
    await ground.digest('subscribe 8:00 daily');
  });
  afterEach(() => ground.stop());

  const first = async (): Promise<Message> => {
    await ground.deliverAt(TUESDAY);
    const [digest] = ground.said();
    if (!digest) throw new Error('no digest came');
    return digest;
  };

  it.each([
    ['as Slack writes a channel', (): string => `<#${news.id}|news>`],
    ['as it is typed', (): string => 'to #news'],
  ] as const)('goes to the channel that is named %s, and comes there from then on', async (_, named) => {
    await ground.deliverAt(TUESDAY);
    expect(await ground.digest(`change ${named()} 8:00`)).toMatch(
      /^Moved: it goes to #news from now on\.\s+Every story, every day at 08:00, Kyiv time; next: Wed 25 Nov\./,
    );
    await ground.service.run();
    await ground.deliverAt(WEDNESDAY);
    expect([ground.said().length, ground.said(news).length]).toEqual([1, 1]);
    expect(ground.said(news)[0]?.text).toContain('City council votes to close the old harbour bridge');
  });

  it('goes to another channel, or to whoever fills it in, by the form', async () => {
    await ground.digest('change');
    expect(ground.form()).toContain(`"initial_conversation":"${ground.channel.id}"`);
    await ground.submit({ 'digest.channel': news.id });
    expect(ground.told()).toMatch(/^Moved: it goes to #news/);
    await ground.digest('change', ground.ada, news);
    await ground.submit({ 'digest.channel': '', 'digest.time': '09:30' });
    expect(ground.told(ground.ada, news)).toMatch(
      /^Moved: it goes to your direct messages from now on\.\s.*at 09:30/s,
    );
  });

  it('stays where it is when the form leaves the channel alone', async () => {
    await ground.digest('change');
    await ground.submit({ 'digest.time': '09:30' });
    expect(ground.told()).toMatch(/^Changed\.\s.*at 09:30/s);
    expect(await ground.digest('list')).toContain('at 09:30');
  });

  it('comes back from a direct message', async () => {
    expect(await ground.digest('change me')).toContain('it goes to your direct messages');
    await ground.digest('change', ground.ada, ground.ada.directChannel());
    expect(ground.form()).not.toContain('initial_conversation');
    await ground.submit({ 'digest.channel': news.id });
    expect(await ground.digest('list', ground.ada, news)).toContain('at 08:00, Kyiv time');
  });

  it('is changed where it is when "in" says so', async () => {
    await ground.digest('change #news');
    await ground.digest('subscribe 7:00 daily', bob);
    expect(await ground.digest('change in #news 10:00')).toMatch(/^Changed\.\s.*at 10:00/s);
    expect(await ground.digest('list', ground.ada, news)).toContain('at 10:00');
  });

  it('is refused where the bot is not, where the asker may not, and where there are others’ already', async () => {
    const outside = rig.double.channel([ground.ada], { name: 'outside', withoutBot: true });
    expect(await ground.digest(`change <#${outside.id}|outside>`)).toContain('/invite @Backstory');
    expect(await ground.digest('change #news', bob)).toContain('Only a workspace owner or admin');
    await ground.digest('subscribe 7:00 daily', bob, news);
    expect(await ground.digest('change 1 #news')).toContain(
      'further ones are for a workspace owner or admin',
    );
    expect(await ground.digest('list')).toContain('at 08:00');
  });

  it('is found by its old buttons where it goes by now, also after a restart', async () => {
    const old = await first();
    await ground.digest('change #news');
    await ground.restart();
    await ground.press('Stop', old, bob);
    expect(ground.told(bob)).toContain('Only a workspace owner or admin');
    await ground.press('Stop', old);
    expect(ground.told()).toMatch(/^Stopped/);
    await ground.press('Change', old);
    expect(ground.form()).toContain(`"initial_conversation":"${news.id}"`);
    await ground.submit({ 'digest.channel': '' });
    expect(ground.told()).toMatch(/^Moved: it goes to your direct messages/);
    await ground.press('Stop', old, bob);
    expect(ground.told(bob)).toContain('goes to somebody’s DM now');
  });

  it('is found by the buttons of the notice that it could not be sent, and goes on elsewhere', async () => {
    ground.channel.members.delete(rig.double.botUser);
    await ground.deliverAt(TUESDAY);
    await ground.tellOwners();
    const alone = ground.ada.directChannel();
    const [notice] = ground.said(alone);
    expect(notice?.text).toContain('I am not in the channel: invite me there.');
    await ground.press('Resume', notice);
    expect(ground.told(ground.ada, alone)).toContain('/invite @Backstory');
    await ground.press('Change', notice);
    await ground.submit({ 'digest.channel': news.id });
    expect(ground.told(ground.ada, alone)).toMatch(/^Moved: it goes to #news.*next: Wed 25 Nov\./s);
    await ground.deliverAt(WEDNESDAY);
    expect(ground.said(news)).toHaveLength(1);
  });
});
