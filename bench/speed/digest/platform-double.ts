import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A platform that answers at once, or as Discord does: so many requests in any second, the others refused. */
export class PlatformDouble {
  messages = 0;
  refused = 0;
  first = Number.NaN;
  last = Number.NaN;
  readonly #perSecond: number | undefined;
  readonly #arrivals: number[] = [];
  readonly #server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const now = performance.now();
      if (this.#isTooMany(now)) {
        this.refused++;
        response.writeHead(429, { 'retry-after': '1' });
        return void response.end('{}');
      }
      this.messages++;
      if (Number.isNaN(this.first)) this.first = now;
      this.last = now;
      response.end(`{"id":"m-${this.messages}"}`);
    });
  });

  /** @param perSecond undefined: no limit */
  constructor(perSecond?: number) {
    this.#perSecond = perSecond;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #isTooMany(now: number): boolean {
    if (this.#perSecond === undefined) return false;
    while (now - (this.#arrivals[0] ?? now) >= 1000) this.#arrivals.shift();
    if (this.#arrivals.length >= this.#perSecond) return true;
    this.#arrivals.push(now);
    return false;
  }
}
