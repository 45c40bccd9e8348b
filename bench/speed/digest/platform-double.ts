import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A platform that answers at once, or as Discord does: so many requests in any second, the others refused. */
export class PlatformDouble {
  messages = 0;
  refused = 0;
  #first = Number.NaN;
  #last = Number.NaN;
  readonly #perSecond: number | undefined;
  readonly #arrivals: number[] = [];
  readonly #server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const now = performance.now();
      if (this.#isTooMany(now)) {
        this.refused++;
        response.writeHead(429, { ...JSON_TYPE, 'retry-after': '1', 'x-ratelimit-global': 'true' });
        return void response.end('{"message":"too many","retry_after":1,"global":true}');
      }
      this.messages++;
      if (Number.isNaN(this.#first)) this.#first = now;
      this.#last = now;
      response.writeHead(200, JSON_TYPE).end(`{"id":"${this.messages}"}`);
    });
  });

  /** @param perSecond undefined: no limit */
  constructor(perSecond?: number) {
    this.#perSecond = perSecond;
  }

  /** Messages a second from the first to the last. */
  get perSecond(): number {
    return ((this.messages - 1) / (this.#last - this.#first)) * 1000;
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
