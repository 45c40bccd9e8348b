import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startFromEnv } from '../../adapters/slack/start-from-env.ts';
import { type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Platform, Platforms, StartPlatform } from '../../src/cli/platform.ts';
import { runService, type Service } from '../../src/cli/run-service.ts';
import { shutDown } from '../../src/cli/shut-down.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { type Routes, startHttpServer } from '../../src/ops/http-server.ts';
import type { Log } from '../../src/ops/log.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import { createPrometheus } from '../../src/ops/prometheus.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { BOT_TOKEN, SIGNING_SECRET, startSlackDouble } from '../doubles/slack/slack-double.ts';
import { BRIDGE, shelfWith } from '../support/stories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A platform that is as the test says. */
class Fake {
  state: AdapterState = { kind: 'up' };
  stopped = false;
  readonly start: StartPlatform;

  constructor(name: string, routes: readonly Routes[] = []) {
    this.start = async () => ({
      name,
      routes,
      state: () => this.state,
      stop: async () => {
        this.stopped = true;
      },
    });
  }
}

const on = (start: StartPlatform): Platform => ({
  settings: async () => ({ isOn: true }),
  load: async () => start,
});
const off: Platform = {
  settings: async () => ({ isOn: false }),
  load: () => Promise.reject(new Error('its code is not needed')),
};
const refused: StartPlatform = async () => {
  throw new StartFailure('OTHER_TOKEN is wrong: copy it again');
};

const watchedBy = (readiness: Readiness) => ({ readiness, prometheus: createPrometheus(readiness) });

/** Runs the service until the work with it is done. */
async function whileRunning(
  platforms: Platforms,
  work: (service: { url: string; watchUrl: string; logged: readonly string[] }) => Promise<void>,
  options: {
    readonly env?: Record<string, string>;
    readonly port?: number;
    readonly isSet?: boolean;
    readonly more?: Partial<Service>;
  } = {},
): Promise<void> {
  const stop = Promise.withResolvers<void>();
  const running = Promise.withResolvers<{ url: string; watchUrl: string }>();
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
    if (message !== 'running' || !('port' in fields) || !('watchPort' in fields)) return;
    const [url, watchUrl] = [fields.port, fields.watchPort].map((port) => `http://127.0.0.1:${port}`);
    running.resolve({ url: url ?? '', watchUrl: watchUrl ?? '' });
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const service = runService({
    platforms,
    env: options.env ?? {},
    chat: createChat({ stories: shelfWith(BRIDGE) }),
    log,
    clock: systemClock,
    http: { host: '127.0.0.1', port: options.port ?? 0, isSet: options.isSet ?? true },
    metrics: noMetrics,
    watched: watchedBy(new Readiness()),
    stop: stop.promise,
    ...options.more,
  });
  service.catch(running.reject);
  await work({ ...(await running.promise), logged });
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

describe('the parts around the platforms', () => {
  it('starts digests when the platforms run, and stops them first', async () => {
    const events: string[] = [];
    const desk: StartPlatform = async () => {
      events.push('desk starts');
      const stop = async () => void events.push('desk stops');
      return { name: 'desk', state: () => ({ kind: 'up' }), stop };
    };
    const startDigests: Service['startDigests'] = async (platforms) => {
      events.push(`digests start with ${platforms.map(({ name }) => name)}`);
      return { stop: async () => void events.push('digests stop') };
    };
    await whileRunning({ desk: on(desk), off }, async () => {}, { more: { startDigests } });
    expect(events).toEqual(['desk starts', 'digests start with desk', 'digests stop', 'desk stops']);
  });

  it('serves what a platform brings, and says "not yet" before everything is there', async () => {
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.stop());
    const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
    expect((await get('/page')).status).toBe(503);
    server.mount([new Hono<{ Bindings: HttpBindings }>().get('/page', (context) => context.text('here'))]);
    expect(await (await get('/page')).text()).toBe('here');
    server.complete();
    expect((await get('/elsewhere')).status).toBe(404);
  });

  it('leaves a platform that needs the server out when its port is taken, and talks on', async () => {
    const port = await takenPort();
    const page = new Fake('page', [new Hono()]);
    const readiness = new Readiness();
    const talk = vi.fn(async () => {});
    await whileRunning(
      { page: on(page.start) },
      async ({ logged }) => {
        const warnings = logged.filter((line) => line.includes('BACKSTORY_PORT'));
        expect(warnings).toHaveLength(2);
      },
      { port, isSet: false, more: { watched: watchedBy(readiness), talk } },
    );
    expect(talk).toHaveBeenCalledOnce();
    expect(page.stopped).toBe(true);
    expect(readiness.report().parts).toMatchObject({ page: { kind: 'failed' } });
  });

  it('ends when the person at the terminal leaves, and has them leave when it is to stop', async () => {
    const page = new Fake('page');
    await whileRunning({ page: on(page.start) }, async () => {}, { more: { talk: async () => {} } });
    expect(page.stopped).toBe(true);
    const talk = (leave: AbortSignal) =>
      new Promise<void>((left) => leave.addEventListener('abort', () => left()));
    await whileRunning({ page: on(page.start) }, async () => {}, { more: { talk } });
  });
});

describe('watching over the service', () => {
  const get = async (url: string) => (await fetch(url)).status;

  it('is on the one port there is', async () => {
    await whileRunning({ good: on(new Fake('good').start) }, async ({ url }) => {
      expect(await (await fetch(`${url}/metrics`)).text()).toContain('backstory_ready 1');
      expect([await get(`${url}/healthz`), await get(`${url}/readyz`)]).toEqual([200, 200]);
    });
  });

  it('is on a port of its own when the operator set one; that the process lives can be seen on both', async () => {
    await whileRunning(
      { good: on(new Fake('good').start) },
      async ({ url, watchUrl }) => {
        expect(watchUrl).not.toBe(url);
        expect([await get(`${url}/metrics`), await get(`${url}/readyz`)]).toEqual([404, 404]);
        expect([await get(`${watchUrl}/metrics`), await get(`${watchUrl}/readyz`)]).toEqual([200, 200]);
        expect([await get(`${url}/healthz`), await get(`${watchUrl}/healthz`)]).toEqual([200, 200]);
      },
      { more: { opsPort: 0 } },
    );
  });

  it('is asked for on a port that is free', async () => {
    const opsPort = await takenPort();
    const good = { good: on(new Fake('good').start) };
    await expect(whileRunning(good, async () => {}, { more: { opsPort } })).rejects.toThrow(
      /another program does; set BACKSTORY_OPS_PORT to another port/,
    );
  });
});

describe('shutDown', () => {
  it('goes on past a part that fails and one that never ends', async () => {
    const stopped: string[] = [];
    const logged: string[] = [];
    const note = (fields: object, message: string) => void logged.push(message + JSON.stringify(fields));
    const log: Log = { debug: note, info: note, warn: note, error: note };
    await shutDown(
      [
        [{ what: 'digests', stop: () => new Promise(() => {}) }],
        [
          { what: 'discord', stop: () => Promise.reject(new Error('no')) },
          { what: 'slack', stop: async () => void stopped.push('slack') },
        ],
      ],
      20,
      log,
    );
    expect(stopped).toEqual(['slack']);
    expect(logged).toEqual([expect.stringMatching(/in time.*digests/), expect.stringMatching(/discord.*no/)]);
  });
});

describe('the service as a process', () => {
  it('answers on Slack, and stops when it is asked to', async () => {
    const double = await startSlackDouble(systemClock);
    onTestFinished(() => double.stop());
    const child = spawn(process.execPath, ['src/backstory.mjs', 'start'], {
      env: {
        PATH: process.env['PATH'],
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: double.apiUrl,
        BACKSTORY_PORT: '0',
        BACKSTORY_DATA: temporaryFolder(),
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
