import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that a channel shows. */
export interface Shown {
  readonly platform: 'discord' | 'slack';
  readonly channel: string;
  readonly key: string;
  readonly text: string;
}

/** Ways in which a request goes wrong; each before the message is kept, or after. */
const FAULTS = ['error', 'hang', 'reset', 'limited'] as const;
const FAULTY = 0.1;
/** Milliseconds that a request hangs: longer than anybody waits. */
const HANG = 3000;
/** Seconds that the sender is asked to wait: at first for longer than a lease of the tests' workers lasts. */
const RETRY_AFTER = { first: 6, later: 2 };

/**
 * A platform in a process of its own for the tests: keeps the messages posted to it, and fails at a tenth of the
 * requests, before or after it did what was asked. It can be asked for a message unless it is `slack`: there no
 * history scope was granted.
 */
export class PlatformServer {
  readonly shown: Shown[] = [];
  faults = 0;
  #limited = 0;
  readonly #server: Server;
  readonly #random: () => number;

  /** @param random from 0 to 1 */
  constructor(random: () => number) {
    this.#random = random;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://platform');
    const platform = url.pathname.slice(1) === 'slack' ? 'slack' : 'discord';
    if (request.method === 'GET') {
      if (platform === 'slack') return void answer(response, 403, { error: 'missing_scope' });
      const found = this.shown.some(({ key }) => key === url.searchParams.get('key'));
      return void answer(response, 200, { found });
    }
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // The sender was killed before it had sent everything: nothing arrived.
      return;
    }
    const message: Shown = { platform, ...JSON.parse(Buffer.concat(chunks).toString()) };
    if (this.#random() >= FAULTY) {
      this.shown.push(message);
      return void answer(response, 200, { id: `m-${message.key}` });
    }
    this.faults++;
    const fault = FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? 'error';
    if (fault === 'limited') {
      const seconds = this.#limited++ === 0 ? RETRY_AFTER.first : RETRY_AFTER.later;
      return void answer(response, 429, {}, { 'retry-after': seconds });
    }
    if (this.#random() < 0.5) this.shown.push(message);
    if (fault === 'error') answer(response, 503, {});
    else if (fault === 'reset') response.destroy();
    else setTimeout(() => response.destroy(), HANG).unref();
  }
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, number> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
