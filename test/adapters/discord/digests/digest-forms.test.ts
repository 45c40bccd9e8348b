import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import { DIGEST, FORM, SAID } from './fake-desk.ts';
import { modalOf, useAsking } from './use-asking.ts';

describe('the form of a digest on Discord', () => {
  const { bot, complete, desk, editor, fill, placed, press, settled, use } = useAsking();

  it('open a form when nothing is said yet, filled in and within Discord’s limits', async () => {
    const form = modalOf(await use('subscribe'));
    expect(form.title).toBe('Subscribe to a digest');
    expect(JSON.stringify(form)).toContain('"value":"08:00 weekdays"');
    expect(form.components).toHaveLength(5);
    const stories = JSON.stringify(form.components[0]);
    for (const choice of ['"all"', '"harbour-bridge"', '"fjord-whales"']) expect(stories).toContain(choice);
  });

  it('take what was filled in for the place that was meant', async () => {
    const channel = bot().discord.world.addChannel(bot().guild, 'wire');
    bot().discord.install(bot().guild);
    const form = await use('subscribe', { channel });
    const { ephemeral } = await fill(form, {
      ...{ story: ['all'], when: '9:30 daily', zone: 'Lima', quiet: ' ', unchanged: ['send'] },
    });
    expect(ephemeral).toBe(true);
    expect(desk().asked.at(-1)?.intent).toEqual({
      kind: 'subscribe',
      choices: { story: 'all', text: '9:30 daily', zone: 'Lima', quiet: 'none', whenUnchanged: 'send' },
    });
    expect(placed()).toMatchObject({ destination: { id: channel.id }, standing: 'manager' });
  });

  it('are changed by a form that their button opens', async () => {
    desk().opens = { ...FORM, subscription: DIGEST };
    const opened = await press('change');
    expect(modalOf(opened).title).toBe('Change this digest');
    expect(desk().formsFor).toEqual([{ verb: 'change', subscription: DIGEST }]);
    await fill(opened, { story: ['all'], when: '8:00', zone: 'Lima', quiet: '', unchanged: ['line'] });
    expect(desk().asked.at(-1)?.intent).toMatchObject({ kind: 'change', subscription: DIGEST });
  });

  it('leave out what does not fit, and so keep it', async () => {
    const quiet = `${'2026-12-24, '.repeat(333)}2026-12-24`;
    const story = 'long-'.repeat(80);
    desk().opens = { ...FORM, story, subscription: DIGEST, quiet };
    const opened = await press('change');
    expect(JSON.stringify(modalOf(opened))).not.toMatch(/2026-12-24|long-/);
    await fill(opened, { when: '8:00 daily Lima', unchanged: ['line'] });
    expect(desk().asked.at(-1)?.intent).toMatchObject({
      choices: { text: '8:00 daily Lima', whenUnchanged: 'line' },
    });
    expect(desk().asked.at(-1)?.intent).not.toHaveProperty('choices.quiet');
    expect(desk().asked.at(-1)?.intent).not.toHaveProperty('choices.story');
  });

  it('open no form for whoever may not fill it in', async () => {
    desk().opens = { refusal: { ...SAID, tone: 'refusal' } };
    const { state, original, ephemeral } = await use('subscribe', {}, bot().ann);
    expect({ state, ephemeral }).toEqual({ state: 'answered', ephemeral: true });
    expect(readMessage(original?.body).text).toBe('Noted.');
  });

  it('keep nobody waiting when the store is slow: neither for a form nor for a choice', async () => {
    desk().waitMs = 10_000;
    const asked = bot().discord.people.use(editor(), bot().channel, {
      kind: 'command',
      name: 'digest',
      options: { sub: 'subscribe' },
    });
    expect(await complete('pause', 'digest', '')).toEqual([]);
    expect(readMessage((await settled(asked)).original?.body).text).toContain('try again');
  });

  it('take no form that was forged or is of another age', async () => {
    const fields = { when: '8:00' };
    for (const customId of ['digest-form:1::elsewhere', 'digest-form:2::here', 'digest-form:1:A B:me']) {
      const used = bot().discord.people.use(editor(), bot().channel, { kind: 'modal', customId, fields });
      expect(readMessage((await settled(used)).original?.body).text).toContain('out of date');
    }
    expect(desk().asked).toEqual([]);
  });
});
