import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DigestIntent, DigestPlace } from '../../src/chat/digest-intent.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { sharedReadings } from '../../src/chat/shared-readings.ts';
import { createCompose } from '../../src/digest/compose.ts';
import { createDigestDesk } from '../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import type { Delivery } from '../../src/digest/delivery.ts';
import { deliveryWords } from '../../src/digest/desk/why.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/every-store.ts';
import { asker, BRIDGE, shelfWith, WHALES } from '../support/stories.ts';
import { subscription } from '../support/subscriptions.ts';

/** Monday, ten in the morning in Kyiv. */
const NOW = Date.UTC(2026, 10, 23, 8);
const MIRA = asker({ platform: 'slack', workspace: 'T1', channel: 'C1', user: 'U1' });
const GENERAL: DigestPlace = {
  destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
  name: '#general',
  standing: 'member',
  zone: 'Europe/Kiev',
};

let store: Store;
const sources = { stories: shelfWith(BRIDGE, WHALES), read: sharedReadings() };

beforeEach(async () => {
  store = await openStore({ kind: 'memory' }, { log: silentLog, now: NOW });
});
afterEach(() => store.close());

function desk() {
  return createDigestDesk({
    subscriptions: createSubscriptions(store),
    sources,
    compose: createCompose(sources),
    store,
    onFault(fault) {
      throw fault;
    },
  });
}

/** Asks for something in a place; as U1 in #general unless told otherwise. */
function ask(
  intent: DigestIntent,
  { place = {}, user = 'U1', at = NOW }: { place?: Partial<DigestPlace>; user?: string; at?: number } = {},
): Promise<Reply> {
  return desk().handle({ asker: { ...MIRA, user }, intent, place: { ...GENERAL, ...place }, at });
}

const subscribe = (text: string, ...rest: readonly Parameters<typeof ask>[1][]) =>
  ask({ kind: 'subscribe', choices: { text } }, ...rest);
const words = async (reply: Promise<Reply>) => plainText(await reply);
const labels = ({ actions }: Reply) => actions.map(({ label }) => label);
const MANAGER = { place: { standing: 'manager' } } as const;

describe('subscribing', () => {
  test('without a word more is every story, every weekday at eight, on the asker’s own clock', async () => {
    const reply = await subscribe('');
    expect(plainText(reply)).toBe(
      'Subscribed #general.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.\n\nWhen nothing changed, one line says so.',
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
    expect((await subscribe('9am')).tone).toBe('refusal');
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

describe('changing', () => {
  test('leaves the rest as it was', async () => {
    await subscribe('harbour-bridge 8am weekends quiet 2026-12-26');
    expect(await words(ask({ kind: 'change', choices: { text: '9:30' } }))).toContain(
      'every Saturday and Sunday at 09:30, Kyiv time, but not on 26 Dec 2026; next: Sat 28 Nov.',
    );
    expect(await words(ask({ kind: 'change', choices: { quiet: 'none', story: 'all' } }))).toContain(
      'Every story, every Saturday and Sunday at 09:30, Kyiv time; next',
    );
  });

  test('says how when nothing is said', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'change', choices: {} }))).toContain('/digest change 08:30 daily London');
  });

  test('names one of several by number or story, or is asked which', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('harbour-bridge 9am', { ...MANAGER, at: NOW + 1 });
    expect(await words(ask({ kind: 'change', choices: { text: '2 10:15' } }, MANAGER))).toMatch(
      /harbour bridge”.*10:15/,
    );
    expect(await words(ask({ kind: 'change', choices: { text: 'harbour bridge 11:15' } }, MANAGER))).toMatch(
      /harbour bridge”.*11:15/,
    );
    const which = await ask({ kind: 'change', choices: { text: '10 am' } }, MANAGER);
    expect(plainText(which)).toBe('Which digest do you mean?');
    expect(which.actions.map(({ intent }) => intent.kind === 'digest' && intent.verb)).toEqual([
      'change',
      'change',
    ]);
    for (const { label } of which.actions) expect(label.length).toBeLessThanOrEqual(75);
  });

  test('to what another has already changes nothing', async () => {
    await subscribe('8am', MANAGER);
    await subscribe('9am', { ...MANAGER, at: NOW + 1 });
    expect(
      await words(ask({ kind: 'change', subscription: '2', choices: { time: '8am' } }, MANAGER)),
    ).toContain('There is such a digest here already');
  });
});

describe('stopping and going on', () => {
  test('"Stop" can be taken back', async () => {
    await subscribe('8am');
    const stopped = await ask({ kind: 'pause' });
    expect(plainText(stopped)).toBe(
      'Stopped: nothing more is sent until you resume it.\n\nEvery story, every weekday at 08:00, Kyiv time.',
    );
    expect(labels(stopped)).toEqual(['Resume', 'Change', 'Remove']);
    expect(await words(ask({ kind: 'pause' }))).toContain('stopped already');
    expect(await words(ask({ kind: 'resume' }))).toContain(
      'Resumed.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.',
    );
  });

  test('what was removed can be typed again', async () => {
    await subscribe('harbour-bridge 20:30 mon, wed London unchanged silent quiet 2026-11-25');
    const removed = await words(ask({ kind: 'remove' }));
    const [, again = ''] = /\/digest subscribe (.*)$/u.exec(removed) ?? [];
    expect(await words(subscribe(again))).toContain(
      'every Monday and Wednesday at 20:30, London time, but not on 25 Nov 2026',
    );
    expect(await words(ask({ kind: 'list' }))).toContain('harbour bridge”');
  });

  test('sent now, it is on its way, and not twice', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'now' }))).toContain('On its way to #general.');
    expect(await words(ask({ kind: 'now' }))).toMatch(/on its way/i);
  });
});

describe('looking', () => {
  test('the list numbers them, says when the next comes and what is stopped', async () => {
    expect(await words(ask({ kind: 'list' }))).toContain('No digest is sent to #general yet.');
    await subscribe('8am', MANAGER);
    await subscribe('harbour-bridge 9am', { ...MANAGER, at: NOW + 1 });
    await ask({ kind: 'pause', subscription: '2' }, MANAGER);
    const reply = await ask({ kind: 'list' }, MANAGER);
    expect(plainText(reply)).toBe(
      'Digests\n\n1: Every story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.\n2: “City council votes to close the old harbour bridge”, every weekday at 09:00, Kyiv time. (stopped)',
    );
    expect(labels(reply)).toEqual(['Change 1', 'Stop 1', 'Change 2', 'Resume 2', 'Subscribe']);
  });

  test('a preview is the very message, then the next three times', async () => {
    await subscribe('harbour-bridge 8am');
    const reply = await ask({ kind: 'preview', choices: {} });
    const [subscribed] = await createSubscriptions(store).at(GENERAL.destination);
    const content =
      subscribed &&
      (await createCompose(sources)(subscribed, { localDate: '2026-11-23', occurrenceAt: NOW, late: false }));
    if (content?.kind !== 'reply') throw new Error('nothing to send');
    expect(plainText(reply)).toBe(
      `This is what would be sent now:\n\n${plainText(content.reply)}\n\nThe next ones:\n\n• Tue 24 Nov at 08:00\n• Wed 25 Nov at 08:00\n• Thu 26 Nov at 08:00`,
    );
    expect(reply.actions).toEqual(content.reply.actions);
  });

  test('a preview foretells clock changes', async () => {
    const beforeSpring = Date.UTC(2027, 2, 26, 12);
    await subscribe('daily 3:30', { at: beforeSpring });
    expect(await words(ask({ kind: 'preview', choices: {} }, { at: beforeSpring }))).toContain(
      '• Sat 27 Mar at 03:30\n• Sun 28 Mar at 04:30 (the clocks skip 03:30 that day)\n• Mon 29 Mar at 03:30',
    );
    await ask({ kind: 'change', choices: { time: '8am' } }, { at: beforeSpring });
    expect(await words(ask({ kind: 'preview', choices: {} }, { at: beforeSpring }))).toContain(
      '• Sun 28 Mar at 08:00 (the clocks go forward an hour on Sun 28 Mar)\n• Mon 29 Mar at 08:00',
    );
  });

  test('before there is one, a preview shows what it would be, and offers it', async () => {
    const reply = await ask({ kind: 'preview', choices: { text: 'harbour-bridge' } });
    expect(plainText(reply)).toContain('City council votes to close the old harbour bridge');
    expect(labels(reply)).toContain('Subscribe');
    expect(labels(reply)).not.toContain('Stop');
  });

  test('where none can be sent, there is the preview and nothing else', async () => {
    const request = { asker: asker({ platform: 'terminal' }), at: NOW };
    const shown = await desk().handle({
      ...request,
      intent: { kind: 'preview', choices: { text: 'fjord whales' } },
    });
    expect(plainText(shown)).toMatch(/^Digests are sent in Discord and Slack\. Here is what one would say\./);
    expect(plainText(shown)).toContain('Humpback whales return');
    expect((await desk().handle({ ...request, intent: { kind: 'list' } })).tone).toBe('refusal');
  });

  test('why: what became of the last ones, and when the next comes', async () => {
    await subscribe('8am');
    expect(await words(ask({ kind: 'why' }))).toContain(
      'None was due yet.\n\nEvery story, every weekday at 08:00, Kyiv time; next: Tue 24 Nov.',
    );
  });
});

test('every way a delivery can end is told in words', () => {
  const due: Delivery = {
    id: 'd',
    subscription: subscription().id,
    localDate: '2026-11-23',
    occurrenceAt: Date.UTC(2026, 10, 23, 6),
    state: 'sent',
    attempts: 1,
    reason: undefined,
    late: false,
    messages: [],
    finishedAt: Date.UTC(2026, 10, 23, 8, 30),
  };
  const told = (given: Partial<Delivery>) => deliveryWords({ ...due, ...given }, subscription(), NOW);
  expect(told({})).toBe('Mon 23 Nov at 08:00: it came on time.');
  expect(told({ late: true, reason: 'caught-up' })).toBe(
    'Mon 23 Nov at 08:00: it came late, Mon 23 Nov at 10:30. I was not running at the time, and sent it when I was back.',
  );
  expect(told({ state: 'skipped', reason: 'unchanged' })).toContain(
    'none was sent. Nothing in the story changed',
  );
  expect(told({ state: 'missed', reason: 'downtime' })).toContain('it was missed. I was not running');
  expect(told({ state: 'failed', reason: 'not-in-channel' })).toContain('invite me there');
  expect(told({ state: 'uncertain', reason: 'platform-down' })).toContain('nobody knows whether it came');
  expect(told({ state: 'due', reason: 'rate-limited' })).toContain('I am trying again');
});

describe('forms and pickers', () => {
  test('a form opens with the defaults, and with what is', async () => {
    const visit = { asker: MIRA, place: GENERAL, at: NOW };
    expect(await desk().form(visit, { verb: 'subscribe' })).toEqual({
      story: 'all',
      time: '08:00',
      days: 'every weekday',
      zone: 'Europe/Kyiv',
      quiet: '',
      whenUnchanged: 'line',
    });
    await subscribe('harbour-bridge 9am quiet 2026-12-24');
    const [{ id } = { id: '' }] = await desk().summaries(GENERAL);
    const form = await desk().form(visit, { verb: 'change', subscription: id });
    expect(form).toMatchObject({
      subscription: id,
      story: 'harbour-bridge',
      time: '09:00',
      quiet: '2026-12-24',
    });
    if ('refusal' in form) throw new Error('refused');
    const { subscription: named, ...choices } = form;
    const submitted = await words(ask({ kind: 'change', subscription: named ?? '', choices }));
    expect(submitted).toContain('every weekday at 09:00, Kyiv time, but not on 24 Dec 2026');
  });

  test('a form to change one that is not named is the only one’s; where there are more it is asked which', async () => {
    const open = () => desk().form({ asker: MIRA, place: GENERAL, at: NOW }, { verb: 'change' });
    const instead = async () => {
      const form = await open();
      return 'refusal' in form ? form.refusal : undefined;
    };
    expect(JSON.stringify(await instead())).toContain('No digest is sent to #general yet.');
    await subscribe('harbour-bridge 9am');
    const [{ id } = { id: '' }] = await desk().summaries(GENERAL);
    expect(await open()).toMatchObject({ subscription: id, story: 'harbour-bridge', time: '09:00' });
    await subscribe('all 10am', MANAGER);
    const here = await desk().summaries(GENERAL);
    expect(await instead()).toEqual(await ask({ kind: 'change', choices: {} }));
    expect((await instead())?.actions).toEqual(
      here.map(({ id: subscription, label }) => ({
        label,
        intent: { kind: 'digest', verb: 'change', subscription },
      })),
    );
  });

  test('a picker’s labels fit', async () => {
    await subscribe('harbour-bridge 9am mon,wed,fri buenos aires');
    const [summary] = await desk().summaries(GENERAL);
    expect(summary?.label.length).toBeLessThanOrEqual(75);
  });
});

test('a workspace, a channel or a person can be forgotten', async () => {
  const at = (destination: DigestPlace['destination']) => createSubscriptions(store).at(destination);
  const mine = { ...GENERAL.destination, kind: 'person', id: 'U1' } as const;
  await subscribe('8am');
  await subscribe('8am', { place: { destination: mine, standing: 'manager' } });
  await desk().forget({ platform: 'slack', person: 'U1' });
  expect([(await at(GENERAL.destination)).length, (await at(mine)).length]).toEqual([1, 0]);
  await desk().forget({ platform: 'slack', workspace: 'T1', channel: 'C1' });
  expect(await at(GENERAL.destination)).toEqual([]);
  await subscribe('8am');
  await desk().forget({ platform: 'slack', workspace: 'T1' });
  expect(await at(GENERAL.destination)).toEqual([]);
});

test('whatever is typed or picked is answered', async () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 5 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('subscribe', 'change', 'preview', 'pause', 'why'),
      fc.record({ story: text, time: text, days: text, zone: text, quiet: text, text }, { requiredKeys: [] }),
      text,
      async (kind, choices, typed) => {
        const intent: DigestIntent =
          kind === 'pause' || kind === 'why'
            ? { kind, subscription: typed }
            : kind === 'subscribe'
              ? { kind, choices }
              : { kind, subscription: typed, choices };
        expect((await ask(intent, MANAGER)).blocks.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
