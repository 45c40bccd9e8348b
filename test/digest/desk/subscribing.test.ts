import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { GENERAL, labels, MANAGER, MIRA, NOW, useDesk, words } from './a-desk.ts';

const { desk, ask, subscribe } = useDesk();

describe('subscribing', () => {
  test('without a word more is every story, every weekday at eight, on the asker’s own clock', async () => {
    const reply = await subscribe('');
    expect(plainText(reply)).toBe(
      'Subscribed: it goes to #general.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.\n\nWhen nothing changed, one line says so.',
    );
    expect(labels(reply)).toEqual(['Preview', 'Change', 'Stop']);
  });

  test('takes everything in one go', async () => {
    expect(
      await words(subscribe('harbour-bridge 20:30 mon, wed London unchanged silent quiet 2026-11-25')),
    ).toContain(
      '“City council votes to close the old harbour bridge”, every Monday and Wednesday at 20:30, London time, but not on 25 Nov 2026; next: Mon 23 Nov.',
    );
  });

  test('asks for the zone where nobody knows it', async () => {
    const { zone: _, ...placeless } = GENERAL;
    const reply = await desk().handle({
      asker: MIRA,
      intent: { kind: 'subscribe', choices: {} },
      place: placeless,
      at: NOW,
    });
    expect(reply.tone).toBe('refusal');
    expect(plainText(reply)).toContain('Which clock? Name a city or a time zone');
  });

  test.each([
    ['25:00', '“25:00” is not a time of day: write it like 08:00'],
    ['8am EST', 'name a city, such as New York, or UTC'],
    ['8am Londn', 'I don’t know a story called “Londn”. If it is a time zone, did you mean London?'],
    ['8am Spain', 'Spain has several times: name a city, such as Madrid or Canary.'],
    [`8am ${'word '.repeat(120)}`, 'That is too long: say it in 500 characters'],
    ['8am nonsense', 'I don’t know a story called “nonsense”. Say “all” for every story.'],
    ['8am quiet 2026-02-30', '“2026-02-30” is not a date'],
  ])('refuses %s in words', async (text, problem) => {
    const reply = await subscribe(text);
    expect(reply.tone).toBe('refusal');
    expect(plainText(reply)).toContain(problem);
  });

  test('twice to the same says that there is one', async () => {
    await subscribe('8am', MANAGER);
    const reply = await subscribe('8am', MANAGER);
    expect(plainText(reply)).toBe(
      'There is such a digest here already:\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.',
    );
  });

  test('is refused where the bot cannot post, and past so many', async () => {
    const obstacle = 'I am not in #general: invite me there.';
    expect(await words(subscribe('8am', { place: { obstacle } }))).toBe(obstacle);
    for (let at = 0; at < 25; at++) await subscribe(`7:${10 + at}`, MANAGER);
    expect(await words(subscribe('9am', MANAGER))).toContain('There are 25 digests here, and no more fit.');
  });
});

describe('who may', () => {
  test('a member starts a channel’s first digest, and changes what they made', async () => {
    await subscribe('8am');
    const second = await subscribe('9am');
    expect(second.tone).toBe('refusal');
    expect(plainText(second)).toContain('Any member may make a channel’s first digest; further ones are for');
    expect(await words(ask({ kind: 'change', choices: { time: '9am' } }))).toContain('at 09:00');
    const other = await ask({ kind: 'pause' }, { user: 'U2' });
    expect(other.tone).toBe('refusal');
    expect(plainText(other)).toContain('whoever made that digest');
  });

  test('a manager everything, a reader nothing but look', async () => {
    await subscribe('8am');
    const reader = { place: { standing: 'reader' }, user: 'U3' } as const;
    for (const kind of ['pause', 'resume', 'remove', 'now'] as const) {
      expect((await ask({ kind }, reader)).tone).toBe('refusal');
    }
    expect((await subscribe('9am', reader)).tone).toBe('refusal');
    expect((await ask({ kind: 'list' }, reader)).tone).toBe('listing');
    expect((await ask({ kind: 'preview', choices: {} }, reader)).tone).toBe('digest');
    expect((await ask({ kind: 'why' }, reader)).tone).toBe('listing');
    expect(await words(ask({ kind: 'remove' }, { ...MANAGER, user: 'U4' }))).toContain('Removed for good.');
  });

  test('a person’s own DM is theirs wherever they press its button; another’s is not to be found', async () => {
    const mine = {
      place: {
        destination: { ...GENERAL.destination, kind: 'person', id: 'U1' },
        name: 'your DM',
        standing: 'manager',
      },
    } as const;
    const made = await subscribe('8am', mine);
    const [action] = made.actions;
    const id = action?.intent.kind === 'digest' ? action.intent.subscription : undefined;
    expect(id).toBeDefined();
    expect(await words(ask({ kind: 'pause', subscription: id ?? '' }))).toContain('Stopped:');
    expect((await ask({ kind: 'resume', subscription: id ?? '' }, { user: 'U2' })).tone).toBe('refusal');
  });
});
