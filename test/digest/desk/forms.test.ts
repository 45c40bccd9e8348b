import { describe, expect, test } from 'vitest';
import type { DigestPlace } from '../../../src/chat/digest-intent.ts';
import { GENERAL, MANAGER, MIRA, NOW, useDesk, words } from './a-desk.ts';

const { ask, desk, subscribe, subscriptions } = useDesk();

describe('forms and pickers', () => {
  test('a form opens with the defaults, and with what is', async () => {
    const visit = { asker: MIRA, place: GENERAL, at: NOW };
    expect(await desk().form(visit, { verb: 'subscribe' })).toEqual({
      destination: GENERAL.destination,
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
    const { subscription: named, destination: _, ...choices } = form;
    const submitted = await words(ask({ kind: 'change', subscription: named ?? '', choices }));
    expect(submitted).toContain('every weekday at 09:00, Kyiv time, but not on 24 Dec 2026');
  });

  test('many quiet dates outlive a form that was opened and sent back', async () => {
    await subscribe('8am quiet 2026-12-01..2027-03-01');
    const form = await desk().form({ asker: MIRA, place: GENERAL, at: NOW }, { verb: 'change' });
    if ('refusal' in form) throw new Error('refused');
    expect(form.quiet).toBe('2026-12-01..2027-03-01');
    const { subscription: named, destination: _, ...choices } = form;
    await ask({ kind: 'change', subscription: named ?? '', choices: { ...choices, time: '9:30' } });
    const [changed] = await subscriptions().at(GENERAL.destination);
    expect(changed?.schedule).toMatchObject({ minute: 570, quietDates: { length: 91 } });
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
  const at = (destination: DigestPlace['destination']) => subscriptions().at(destination);
  const mine = { ...GENERAL.destination, kind: 'person', id: 'U1' } as const;
  await subscribe('8am');
  await subscribe('8am', { place: { destination: mine, standing: 'manager' } });
  await desk().forget({ platform: 'slack', workspace: 'T1', person: 'U1' });
  expect([(await at(GENERAL.destination)).length, (await at(mine)).length]).toEqual([1, 0]);
  await desk().forget({ platform: 'slack', workspace: 'T1', channel: 'C1' });
  expect(await at(GENERAL.destination)).toEqual([]);
  await subscribe('8am');
  await desk().forget({ platform: 'slack', workspace: 'T1' });
  expect(await at(GENERAL.destination)).toEqual([]);
});
