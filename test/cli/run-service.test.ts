import { describe, expect, it, onTestFinished } from 'vitest';
import { startFromEnv } from '../../adapters/slack/start-from-env.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { BOT_TOKEN, SIGNING_SECRET, startSlackDouble } from '../doubles/slack/slack-double.ts';
import { Fake, off, on, refused, takenPort, whileRunning } from './running-service.ts';

describe('the service', () => {
  it('runs the platforms that can start, tells of the one that cannot, and stops them all', async () => {
    const good = new Fake('good');
    await whileRunning({ good: on(good.start), bad: on(refused) }, async ({ url, logged }) => {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(logged.join()).toContain('OTHER_TOKEN is wrong');
    });
    expect(good.stopped).toBe(true);
  });

  it('stays ready when one platform fails, and is not when all have', async () => {
    const [one, two] = [new Fake('one'), new Fake('two')];
    const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;
    await whileRunning({ one: on(one.start), two: on(two.start) }, async ({ url }) => {
      one.state = { kind: 'failed', reason: 'the token was revoked' };
      expect(await ready(url)).toBe(200);
      expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
        ready: true,
        parts: { one: { kind: 'failed', reason: 'the token was revoked' }, two: { kind: 'up' } },
      });
      two.state = { kind: 'connecting' };
      expect(await ready(url)).toBe(503);
      two.state = { kind: 'failed', reason: 'gone' };
      expect(await ready(url)).toBe(503);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  it('runs the other platform while Slack is down, and Slack while the other is', async () => {
    const double = await startSlackDouble(systemClock);
    onTestFinished(() => double.stop());
    const env = {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: double.apiUrl,
    };
    const other = new Fake('other');
    const platforms = { slack: on(startFromEnv), other: on(other.start) };
    double.state.faults.atRandom(() => ({ kind: 'status', status: 503, acted: false }));
    await whileRunning(
      platforms,
      async ({ url }) => {
        expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({
          ready: true,
          parts: { slack: { kind: 'degraded' }, other: { kind: 'up' } },
        });
      },
      { env },
    );
    double.state.faults.clear();
    other.state = { kind: 'failed', reason: 'down' };
    await whileRunning(
      platforms,
      async ({ url }) => {
        double.deliverByHttp(`${url}/slack/events`);
        const ada = double.person();
        await ada.directMessage('What did Ingrid Solheim say?');
        await expect.poll(() => double.said(ada.directChannel()).length).toBe(1);
      },
      { env },
    );
  });

  it('says in a line why it cannot start at all', async () => {
    await expect(whileRunning({ bad: on(refused) }, async () => {})).rejects.toThrow(
      'backstory: OTHER_TOKEN is wrong: copy it again',
    );
    await expect(whileRunning({ off }, async () => {})).rejects.toThrow('nothing to start');
    const port = await takenPort();
    await expect(
      whileRunning({ good: on(new Fake('good').start) }, async () => {}, { port }),
    ).rejects.toThrow(/BACKSTORY_PORT/);
  });

  it('goes on without a server when the port nobody asked for is taken', async () => {
    const good = new Fake('good');
    const port = await takenPort();
    await whileRunning(
      { good: on(good.start) },
      async ({ logged }) => expect(logged.join()).toContain('going on without'),
      { port, isSet: false },
    );
  });
});
