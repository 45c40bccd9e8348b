import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StartPlatform } from '../../src/cli/platform.ts';
import type { Service } from '../../src/cli/run-service.ts';
import { startHttpServer } from '../../src/ops/http-server.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { Fake, off, on, takenPort, watchedBy, whileRunning } from './running-service.ts';

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

  it('settles when the first to come have been served, and not at all when it is stopped before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const settle = vi.fn(async () => {});
    const good = { good: on(new Fake('good').start) };
    await whileRunning(good, async () => {}, { more: { settle } });
    vi.advanceTimersByTime(60_000);
    expect(settle).not.toHaveBeenCalled();
    await whileRunning(
      good,
      async ({ url }) => {
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
        expect(settle).not.toHaveBeenCalled();
        vi.advanceTimersByTime(60_000);
        expect(settle).toHaveBeenCalledOnce();
      },
      { more: { settle } },
    );
  });
});
