import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFromEnv } from '../../adapters/slack/start-from-env.ts';
import { type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { StartPlatform } from '../../src/cli/platform.ts';
import { type Platforms, runService } from '../../src/cli/run-service.ts';
import { systemClock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import { BOT_TOKEN, SIGNING_SECRET, startSlackDouble } from '../doubles/slack/slack-double.ts';
import { BRIDGE, shelfWith } from '../support/stories.ts';

/** A platform that is as the test says. */
class Fake {
  state: AdapterState = { kind: 'up' };
  stopped = false;
  readonly start: StartPlatform;

  constructor(name: string) {
    this.start = async () => ({
      name,
      state: () => this.state,
      stop: async () => {
        this.stopped = true;
      },
    });
  }
}

const load = (start: StartPlatform) => async () => start;
const refused: StartPlatform = async () => {
  throw new StartFailure('OTHER_TOKEN is wrong: copy it again');
};

/** Runs the service until the work with it is done. */
async function whileRunning(
  platforms: Platforms,
  work: (service: { url: string; logged: readonly string[] }) => Promise<void>,
  options: { env?: Record<string, string>; port?: number; isSet?: boolean } = {},
): Promise<void> {
  const stop = Promise.withResolvers<void>();
  const running = Promise.withResolvers<string>();
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
    if (message === 'running' && 'port' in fields) running.resolve(`http://127.0.0.1:${fields.port}`);
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const service = runService({
    platforms,
    env: options.env ?? {},
    chat: createChat({ stories: shelfWith(BRIDGE) }),
    log,
    clock: systemClock,
    http: { host: '127.0.0.1', port: options.port ?? 0, isSet: options.isSet ?? true },
    stop: stop.promise,
  });
  service.catch(running.reject);
  const url = await running.promise;
  await work({ url, logged });
  stop.resolve();
  await service;
}

/** A port that something else listens on. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('the service', () => {
  it('runs the platforms that can start, tells of the one that cannot, and stops them all', async () => {
    const good = new Fake('good');
    await whileRunning({ good: load(good.start), bad: load(refused) }, async ({ url, logged }) => {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(logged.join()).toContain('OTHER_TOKEN is wrong');
    });
    expect(good.stopped).toBe(true);
  });

  it('stays ready when one platform fails, and is not when all have', async () => {
    const [one, two] = [new Fake('one'), new Fake('two')];
    const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;
    await whileRunning({ one: load(one.start), two: load(two.start) }, async ({ url }) => {
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
    const platforms = { slack: load(startFromEnv), other: load(other.start) };
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
    const off = new Fake('off');
    off.state = { kind: 'off' };
    await expect(whileRunning({ bad: load(refused) }, async () => {})).rejects.toThrow(
      'backstory: OTHER_TOKEN is wrong: copy it again',
    );
    await expect(whileRunning({ off: load(off.start) }, async () => {})).rejects.toThrow('nothing to start');
    const port = await takenPort();
    const good = new Fake('good');
    await expect(whileRunning({ good: load(good.start) }, async () => {}, { port })).rejects.toThrow(
      /BACKSTORY_PORT/,
    );
    expect(good.stopped).toBe(true);
  });

  it('goes on without a server when the port nobody asked for is taken', async () => {
    const good = new Fake('good');
    const port = await takenPort();
    await whileRunning(
      { good: load(good.start) },
      async ({ logged }) => expect(logged.join()).toContain('going on without'),
      { port, isSet: false },
    );
  });
});

describe('the service as a process', () => {
  it('answers on Slack, and stops when it is asked to', async () => {
    const double = await startSlackDouble(systemClock);
    onTestFinished(() => double.stop());
    const child = spawn(process.execPath, ['src/cli.ts', 'start'], {
      env: {
        PATH: process.env['PATH'],
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: double.apiUrl,
        BACKSTORY_PORT: '0',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    await expect.poll(() => /"port":(\d+)/.exec(log)?.[1], { timeout: 15_000 }).toBeDefined();
    double.deliverByHttp(`http://127.0.0.1:${/"port":(\d+)/.exec(log)?.[1]}/slack/events`);
    const ada = double.person();
    await ada.directMessage('brief me');
    await expect.poll(() => double.said(ada.directChannel()).length, { timeout: 10_000 }).toBe(1);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(log).not.toContain(BOT_TOKEN);
  });
});
