import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/ops/clock.ts';
import {
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackDouble,
  startSlackDouble,
} from '../doubles/slack/slack-double.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Secrets of every kind, made up; no service is reached with them but Slack's double. */
const SECRETS = {
  DISCORD_TOKEN: ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GaBcDe', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA'].join('.'),
  BACKSTORY_SECRET: 'planted-secret-of-more-than-thirty-two-characters',
};
const CANARY = 'xylophone canary';

/** The service as an operator runs it, on Slack's double over HTTP. */
async function startService(more: Readonly<Record<string, string>> = {}) {
  const double = await startSlackDouble(systemClock);
  onTestFinished(() => double.stop());
  const child = spawn(process.execPath, ['src/backstory.mjs', 'start'], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: double.apiUrl,
      BACKSTORY_PORT: '0',
      // What another test's service took on is not this one's.
      BACKSTORY_DATA: temporaryFolder(),
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const port = await vi.waitFor(
    () => {
      const [, found] = /"port":(\d+)/.exec(log) ?? [];
      if (found === undefined) throw new Error(`not running: ${log}`);
      return found;
    },
    { timeout: 30_000 },
  );
  const url = `http://127.0.0.1:${port}`;
  double.deliverByHttp(`${url}/slack/events`);
  return { double, child, url, log: () => log, ended: once(child, 'exit') };
}

/** Somebody asks, and is answered. */
async function ask(double: SlackDouble, words: string): Promise<void> {
  const ada = double.person();
  await ada.directMessage(words);
  await expect.poll(() => double.said(ada.directChannel()).length, { timeout: 10_000 }).toBe(1);
}

/** Somebody asks, and Slack never answers the service's message. */
async function leaveHanging(double: SlackDouble): Promise<void> {
  double.state.faults.plan('chat.postMessage', { kind: 'hang', acted: false });
  await double.person().directMessage('brief me');
  const sending = () => double.state.calls.some(({ method }) => method === 'chat.postMessage');
  await expect.poll(sending, { timeout: 10_000 }).toBe(true);
}

describe('the log of the service', { timeout: 60_000 }, () => {
  it('has neither a secret nor what was asked, and joins the lines of a request', async () => {
    // A Discord that is not there: what cannot be reached is logged, with whatever the library says.
    const { double, child, log, ended } = await startService({
      ...SECRETS,
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
      LOG_LEVEL: 'debug',
    });
    await ask(double, `who is Jen Psaki? ${CANARY}`);
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    for (const secret of [BOT_TOKEN, SIGNING_SECRET, ...Object.values(SECRETS)]) {
      expect(log()).not.toContain(secret);
    }
    expect(log()).not.toContain('canary');
    const lines = log()
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    const answered = lines.find(({ msg }) => msg === 'answered');
    expect(answered).toMatchObject({ platform: 'slack', wanted: 'say', request: expect.any(String) });
    expect(lines.some(({ msg }) => String(msg).includes('Discord'))).toBe(true);
  });

  it('has the questions when the operator asks for them', async () => {
    const { double, log } = await startService({ LOG_QUESTIONS: 'true' });
    await ask(double, `who is Jen Psaki? ${CANARY}`);
    await expect.poll(log).toContain(CANARY);
  });
});

describe('metrics of the service', { timeout: 60_000 }, () => {
  it('count what was asked on Slack and the calls it took', async () => {
    const { double, url } = await startService();
    await ask(double, 'brief me');
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('backstory_requests_total{platform="slack",request="say",reply="brief"} 1');
    expect(metrics).toMatch(/^backstory_platform_call_seconds_count{platform="slack",outcome="ok"} [1-9]/m);
    expect(metrics).toContain('backstory_part_state{part="slack",state="up"} 1');
  });
});

describe('stopping the service', { timeout: 60_000 }, () => {
  it('takes no more than its time though a message never gets through', async () => {
    const { double, child, ended } = await startService();
    await leaveHanging(double);
    const began = performance.now();
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
    expect(performance.now() - began).toBeLessThan(13_000);
  });

  it('is at once when it is asked twice', async () => {
    const { double, child, log, ended } = await startService();
    await leaveHanging(double);
    child.kill('SIGTERM');
    await expect.poll(log).toContain('"msg":"stopping"');
    const began = performance.now();
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('settings of the service', () => {
  it('are all judged at once, each with how to mend it, and the service does not start', async () => {
    const child = spawn(process.execPath, ['src/backstory.mjs', 'start'], {
      env: {
        PATH: process.env['PATH'],
        BACKSTORY_PORT: 'seven',
        LOG_LEVEL: 'loud',
        DISCORD_TOKEN: 'short',
        DISCORD_SHARDS: 'x',
        SLACK_BOT_TOKEN: 'xoxp-short',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect((await once(child, 'exit'))[0]).toBe(1);
    for (const name of [
      'BACKSTORY_PORT',
      'LOG_LEVEL',
      'DISCORD_TOKEN',
      'DISCORD_SHARDS',
      'SLACK_BOT_TOKEN',
    ]) {
      expect(said).toMatch(new RegExp(`^backstory: .*${name}`, 'm'));
    }
    expect(said).not.toMatch(/seven|loud|short|^ +at /m);
  });
});
