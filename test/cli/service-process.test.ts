import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { BOT_TOKEN, SIGNING_SECRET, type SlackDouble } from '../doubles/slack/slack-double.ts';
import { startService } from './started-service.ts';

/** Secrets of every kind, made up; no service is reached with them but Slack's double. */
const SECRETS = {
  DISCORD_TOKEN: ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GaBcDe', 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA'].join('.'),
  BACKSTORY_SECRET: 'planted-secret-of-more-than-thirty-two-characters',
};
const CANARY = 'xylophone canary';

/** Somebody asks, and is answered. */
async function ask(double: SlackDouble, words: string): Promise<void> {
  const ada = double.person();
  await ada.directMessage(words);
  await vi.waitFor(() => expect(double.said(ada.directChannel())).toHaveLength(1), { timeout: 10_000 });
}

/** Somebody asks, and Slack never answers the service's message. */
async function leaveHanging(double: SlackDouble): Promise<void> {
  double.state.faults.plan('chat.postMessage', { kind: 'hang', acted: false });
  await double.person().directMessage('brief me');
  const sending = () => double.state.calls.map(({ method }) => method);
  await vi.waitFor(() => expect(sending()).toContain('chat.postMessage'), { timeout: 10_000 });
}

describe.concurrent('the log of the service', { timeout: 60_000 }, () => {
  it('has neither a secret nor what was asked, and joins the lines of a request', async () => {
    // A Discord that is not there: what cannot be reached is logged, with whatever the library says.
    await using service = await startService({
      ...SECRETS,
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
      LOG_LEVEL: 'debug',
    });
    const { double, child, log, ended } = service;
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
    await using service = await startService({ LOG_QUESTIONS: 'true' });
    const { double, log } = service;
    await ask(double, `who is Jen Psaki? ${CANARY}`);
    await vi.waitFor(() => expect(log()).toContain(CANARY));
  });
});

describe.concurrent('stopping the service', { timeout: 60_000 }, () => {
  it('takes no more than its time though a message never gets through', async () => {
    await using service = await startService();
    const { double, child, ended } = service;
    await leaveHanging(double);
    const began = performance.now();
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
    expect(performance.now() - began).toBeLessThan(13_000);
  });

  it('is at once when it is asked twice', async () => {
    await using service = await startService();
    const { double, child, log, ended } = service;
    await leaveHanging(double);
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(log()).toContain('"msg":"stopping"'));
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
        PUBLIC_URL: 'ftp://example.org',
        WEB_PROXIES: 'lots',
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
      'PUBLIC_URL',
      'WEB_PROXIES',
      'DISCORD_TOKEN',
      'DISCORD_SHARDS',
      'SLACK_BOT_TOKEN',
    ]) {
      expect(said.match(new RegExp(`^backstory: .*${name}`, 'gm')), name).toHaveLength(1);
    }
    expect(said).not.toMatch(/seven|loud|ftp|lots|short|^ +at /m);
  });
});
