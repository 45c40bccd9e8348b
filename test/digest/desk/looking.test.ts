import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import { createCompose } from '../../../src/digest/compose.ts';
import type { Delivery } from '../../../src/digest/delivery.ts';
import { deliveryWords } from '../../../src/digest/desk/why.ts';
import { asker } from '../../support/stories.ts';
import { subscription } from '../../support/subscriptions.ts';
import { GENERAL, labels, MANAGER, NOW, sources, useDesk, words } from './a-desk.ts';

const { ask, desk, subscribe, subscriptions } = useDesk();

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
    const [subscribed] = await subscriptions().at(GENERAL.destination);
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

  test('typed terms that name none of them are previewed as one to be', async () => {
    await subscribe('harbour-bridge 8am');
    for (const choices of [{ text: '9:15 daily Tokyo' }, { time: '9:15', days: 'daily', zone: 'Tokyo' }]) {
      expect(await words(ask({ kind: 'preview', choices }))).toContain('• Tue 24 Nov at 09:15');
    }
    for (const text of ['harbour-bridge', '1']) {
      expect(await words(ask({ kind: 'preview', choices: { text } }))).toContain('• Tue 24 Nov at 08:00');
    }
    expect(await words(ask({ kind: 'preview', choices: { text: '2' } }))).toBe(
      'There is no digest “2” here.',
    );
    expect(await words(ask({ kind: 'preview', choices: { text: 'nonsense' } }))).toContain(
      'I don’t know a story called “nonsense”.',
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
    trouble: undefined,
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
  expect(told({ state: 'due', reason: 'rate-limited', trouble: 'rate-limited' })).toContain(
    'I am trying again. The platform asked me to slow down.',
  );
  expect(told({ state: 'failed', reason: 'gave-up', trouble: 'platform-down' })).toContain(
    'it could not be sent. I tried again and again, in vain. The platform did not answer.',
  );
  expect(told({ state: 'due', reason: 'sent-by-hand' })).toBe('Mon 23 Nov at 08:00: it is being sent.');
  expect(told({ state: 'due', reason: 'sent-by-hand', trouble: 'platform-down' })).toContain(
    'I am trying again. The platform did not answer.',
  );
});
