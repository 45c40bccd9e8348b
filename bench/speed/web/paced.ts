import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** A request as it is sent, but for its connection. */
export interface Wanted {
  readonly path: string;
  /** A form's body; a GET without. */
  readonly body?: string;
}

/** What came of it: milliseconds from when each was due until its whole answer was there, and how many failed. */
export interface Paced {
  readonly took: readonly number[];
  readonly failed: number;
}

/**
 * Asks so many times a second, evenly, whatever the answers do: what has to wait because others are slow counts as
 * slow itself.
 */
export async function pace(
  url: string,
  wanted: () => Wanted,
  perSecond: number,
  seconds: number,
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true });
  const took: number[] = [];
  let failed = 0;
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = start + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    // Timers count whole milliseconds, so one may ring a little early.
    const from = Math.min(due, performance.now());
    asked.push(
      send(agent, url, wanted()).then(
        () => void took.push(performance.now() - from),
        () => void failed++,
      ),
    );
  }
  await Promise.all(asked);
  agent.destroy();
  return { took, failed };
}

function send(agent: Agent, url: string, { path, body }: Wanted): Promise<void> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'accept-encoding': 'gzip', ...(body !== undefined && form) },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        );
        response.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}
