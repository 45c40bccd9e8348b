import { describe, expect, test } from 'vitest';
import type { DigestPlace, DigestWhere, FindPlace } from '../../../src/chat/digest-intent.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { breakSubscription } from '../../../src/store/subscriptions.ts';
import { type Asking, GENERAL, labels, MANAGER, MIRA, NOW, useDesk, words } from './a-desk.ts';

const { ask, desk, store, subscribe, subscriptions } = useDesk();

const NEWS: DigestPlace = {
  destination: { ...GENERAL.destination, id: 'C2' },
  name: '#news',
  standing: 'manager',
};
const DM: DigestPlace = {
  destination: { ...GENERAL.destination, kind: 'person', id: 'U1' },
  name: 'your direct messages',
  standing: 'manager',
};
const TO_NEWS: DigestWhere = { kind: 'channel', channel: '#news' };
const TO_ME: DigestWhere = { kind: 'me' };

/** Finds #news, which somebody may stand before in another way, #general, and the asker's DM. */
const finding =
  (news: Partial<DigestPlace> = {}): FindPlace =>
  async (where) => {
    if (where.kind === 'me') return DM;
    if (where.kind === 'here' || where.channel === 'C1') return { ...GENERAL, standing: 'manager' };
    return ['C2', '#news'].includes(where.channel) ? { ...NEWS, ...news } : undefined;
  };
const here: Asking = { ...MANAGER, find: finding() };
const move = (to: DigestWhere, asking = here, choices = {}) => ask({ kind: 'change', choices, to }, asking);
const countAt = async ({ destination }: DigestPlace) => (await subscriptions().at(destination)).length;
const idIn = ({ actions: [action] }: Reply): string =>
  action?.intent.kind === 'digest' ? (action.intent.subscription ?? '') : '';

describe('moving a digest', () => {
  test('to another channel says where it goes, and the schedule again', async () => {
    await subscribe('8am', MANAGER);
    const moved = await move(TO_NEWS);
    expect(plainText(moved)).toBe(
      'Moved: it goes to #news from now on.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.\n\nWhen nothing changed, one line says so.',
    );
    expect(labels(moved)).toEqual(['Preview', 'Change', 'Stop']);
    expect([await countAt(GENERAL), await countAt(NEWS)]).toEqual([0, 1]);
  });

  test('changes whatever else is said in the same breath', async () => {
    await subscribe('8am', MANAGER);
    expect(await words(move(TO_NEWS, here, { time: '9:30', days: 'daily' }))).toContain(
      'every day at 09:30, Kyiv time',
    );
  });

  test('to a DM and back', async () => {
    await subscribe('8am', MANAGER);
    expect(await words(move(TO_ME))).toContain('it goes to your direct messages from now on');
    expect([await countAt(GENERAL), await countAt(DM)]).toEqual([0, 1]);
    // The channel has none of its own, so that of the asker is meant.
    expect(await words(move({ kind: 'channel', channel: 'C1' }))).toContain('it goes to #general');
    expect([await countAt(GENERAL), await countAt(DM)]).toEqual([1, 0]);
  });

  test('to where it is already changes no place', async () => {
    await subscribe('8am', { place: NEWS });
    expect(await words(move(TO_NEWS, here, { time: '9:00' }))).toMatch(/^Changed\.\n\n.*at 09:00/su);
  });

  test('is refused where the bot cannot post, and where nobody finds such a channel', async () => {
    await subscribe('8am', MANAGER);
    const obstacle = 'I can’t post in that channel. Invite me there: /invite @Backstory';
    expect(await words(move(TO_NEWS, { ...here, find: finding({ obstacle }) }))).toBe(obstacle);
    const lost: DigestWhere = { kind: 'channel', channel: '#nowhere' };
    expect(await words(move(lost))).toContain('I can’t find that channel');
    expect(await countAt(GENERAL)).toBe(1);
  });

  test('is for those who may manage the old place and start one in the new', async () => {
    await subscribe('8am', { user: 'U9', ...MANAGER });
    const reader = { ...here, place: { standing: 'maker' } } as const;
    expect((await move(TO_NEWS, reader)).tone).toBe('refusal');
    expect((await move(TO_NEWS, { ...here, find: finding({ standing: 'maker' }) })).tone).toBe('refusal');
    expect((await move(TO_NEWS, { ...here, find: finding({ standing: 'reader' }) })).tone).toBe('refusal');
    expect(await countAt(GENERAL)).toBe(1);
    expect((await move(TO_NEWS, { ...here, find: finding({ standing: 'member' }) })).tone).toBe('chat');
    expect(await countAt(NEWS)).toBe(1);
  });

  test('to a place that has the same changes nothing', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('8am', { place: NEWS });
    const [first] = await desk().summaries(GENERAL);
    const named = { kind: 'change', subscription: first?.id ?? '', choices: {}, to: TO_NEWS } as const;
    expect(await words(ask(named, here))).toContain('There is such a digest in #news already:');
    expect([await countAt(GENERAL), await countAt(NEWS)]).toEqual([1, 1]);
  });

  test('asks which is meant when one here and one there may be', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('9am', { place: NEWS });
    const asked = await move(TO_NEWS);
    expect(plainText(asked)).toBe('Which digest do you mean?');
    expect(asked.actions).toHaveLength(2);
  });

  test('means one’s own when that is all one may change', async () => {
    await subscribe('8am', { ...MANAGER, user: 'U9' });
    await subscribe('7am', { place: DM });
    const member = { place: { standing: 'maker' }, find: finding() } as const;
    expect(await words(move(TO_ME, member, { time: '9am' }))).toMatch(/^Changed\..*at 09:00/su);
    expect(await words(ask({ kind: 'list' }, MANAGER))).toContain('at 08:00');
  });

  test('whatever a failure had stopped goes on in its new place', async () => {
    const made = await subscribe('8am', MANAGER);

    await breakSubscription(store().db, idIn(made), 'channel-archived', NOW);
    expect(await words(move(TO_NEWS))).toContain('next: Tue 24 Nov.');
    const [moved] = await subscriptions().at(NEWS.destination);
    expect(moved?.status).toEqual({ kind: 'active' });
  });
});

describe('a digest’s buttons, pressed elsewhere', () => {
  test('find it in the channel it goes to by now, by what the asker may do there', async () => {
    const id = idIn(await subscribe('8am', MANAGER));
    await move(TO_NEWS);
    const pressed = (asking: Asking) => ask({ kind: 'pause', subscription: id }, asking);
    const reader = await pressed({ find: finding({ standing: 'reader' }), user: 'U5' });
    expect(plainText(reader)).toContain('Only a workspace owner or admin');
    expect(await words(pressed({ find: finding(), user: 'U5' }))).toMatch(/^Stopped:/u);
    expect(await words(ask({ kind: 'why', subscription: id }, { find: finding() }))).toContain(
      'Every story, every weekday at 08:00',
    );
  });

  test('open the form of where it goes', async () => {
    const id = idIn(await subscribe('8am', MANAGER));
    await move(TO_NEWS);
    const visit = { asker: MIRA, place: GENERAL, find: finding(), at: NOW };
    expect(await desk().form(visit, { verb: 'change', subscription: id })).toMatchObject({
      subscription: id,
      destination: NEWS.destination,
    });
  });

  test('say where it went when the asker may not see it', async () => {
    const id = idIn(await subscribe('8am', MANAGER));
    await move(TO_NEWS);
    const lost: Asking = { find: async () => undefined, user: 'U5' };
    expect(await words(ask({ kind: 'pause', subscription: id }, lost))).toContain(
      'goes to another channel, which I can’t find or you can’t see',
    );
    await ask({ kind: 'change', subscription: id, choices: {}, to: TO_ME }, here);
    expect(await words(ask({ kind: 'pause', subscription: id }, { ...here, user: 'U5' }))).toContain(
      'goes to somebody’s DM now',
    );
    await ask({ kind: 'remove', subscription: id }, here);
    for (const asking of [here, { ...here, user: 'U5' }]) {
      expect(await words(ask({ kind: 'pause', subscription: id }, asking))).toContain(
        'That digest isn’t here any more.',
      );
    }
  });

  test('still remove what their maker made where nobody can look any more', async () => {
    const id = idIn(await subscribe('8am', MANAGER));
    const lost: Asking = { place: DM, find: async () => undefined };
    expect(await words(ask({ kind: 'now', subscription: id }, lost))).toContain('I can’t see the channel');
    expect(await words(ask({ kind: 'remove', subscription: id }, lost))).toContain('Removed for good.');
  });
});
