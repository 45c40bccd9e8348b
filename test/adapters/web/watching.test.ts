import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { RATES } from '../../../adapters/web/limits.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { createPrometheus } from '../../../src/ops/prometheus.ts';
import { Readiness } from '../../../src/ops/readiness.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';
import { post, type RigOptions, startRig } from './rig.ts';

/** The page with the metrics of the service. */
async function startWatched(options: RigOptions = {}) {
  const { metrics, text } = createPrometheus(new Readiness());
  const rig = await startRig({ ...options, metrics });
  return { ...rig, lines: () => rig.logged.map((line) => JSON.parse(line)), counted: text };
}

const brokenChat = () => {
  const chat = createChat({ stories: shelfWith(BRIDGE) });
  return { ...chat, handle: () => Promise.reject(new TypeError('no such thing')) };
};

describe('whoever watches over the page', () => {
  it('is told of a fault: what it was, where it was thrown, under the id of its request, and how many', async () => {
    const rig = await startWatched({ chat: brokenChat() });
    expect((await post(rig, { said: 'hi' })).status).toBe(500);
    const [line, ...more] = rig.lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      level: 'error',
      request: expect.stringMatching(/^[\da-f]{12}$/),
      fault: { name: 'TypeError', message: 'no such thing' },
    });
    expect(line.fault.at.join()).toContain('watching.test.ts');
    expect(await rig.counted()).toContain('backstory_faults_total{source="page"} 1');
  });

  it('is not troubled by a reader who goes away in the middle of a form', async () => {
    const rig = await startWatched();
    const reader = connect(Number(new URL(rig.url).port), '127.0.0.1');
    await once(reader, 'connect');
    const form = 'content-type: application/x-www-form-urlencoded\r\ncontent-length: 100';
    const half = `POST /ask HTTP/1.1\r\nhost: localhost\r\n${form}\r\n\r\nsaid=`;
    await new Promise((sent) => reader.write(half, sent));
    reader.destroy();
    await vi.waitFor(() => expect(rig.lines()).toMatchObject([{ level: 'debug' }]));
    expect(await rig.counted()).not.toContain('backstory_faults_total{');
    expect((await post(rig, { said: 'hi' })).status).toBe(200);
  });

  it('is told how much was refused, and why', async () => {
    const rates = { ...RATES, questions: { atOnce: 3, pauseMs: 60_000 } };
    const rig = await startWatched({ rates });
    const statuses = [
      await post(rig, { said: 'x'.repeat(2_001) }),
      await post(rig, { said: 'hi' }, { origin: 'https://evil.example' }),
      await post(rig, { said: 'hi' }),
      await post(rig, { said: 'hi' }),
      await post(rig, { said: 'hi' }),
      await fetch(`${rig.url}/stories/none`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([413, 403, 200, 429, 429, 404]);
    const counted = (await rig.counted()).split('\n').filter((line) => line.includes('refusals_total{'));
    expect(counted.sort()).toEqual([
      'backstory_page_refusals_total{status="403"} 1',
      'backstory_page_refusals_total{status="413"} 1',
      'backstory_page_refusals_total{status="429"} 2',
    ]);
  });
});
