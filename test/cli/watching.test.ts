import { describe, expect, it } from 'vitest';
import { Fake, on, takenPort, whileRunning } from './running-service.ts';

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
