import autocannon from 'autocannon';
import type { Wanted } from './paced.ts';

const CONNECTIONS = 20;

/** What autocannon measured, in whole milliseconds. */
export interface Bursts {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
  readonly failed: number;
}

/**
 * Asks so many times a second as autocannon does: twenty connections each send their share as fast as they are
 * answered when a second begins, and are still until the next.
 */
export async function burst(
  url: string,
  wanted: () => Wanted,
  perSecond: number,
  seconds: number,
): Promise<Bursts> {
  const { latency, non2xx, errors } = await cannonade({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    overallRate: perSecond,
    // Its correction takes seconds for milliseconds, and counts a response of 20 ms twenty times.
    ignoreCoordinatedOmission: true,
    requests: [{ setupRequest: (request) => ({ ...request, ...fields(wanted()) }) }],
  });
  return { median: latency.p50, p99: latency.p99, most: latency.max, failed: non2xx + errors };
}

function fields({ path, body }: Wanted): autocannon.Request {
  const headers = { 'accept-encoding': 'gzip' };
  if (body === undefined) return { path, method: 'GET', headers };
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return { path, method: 'POST', body, headers: { ...headers, ...type } };
}

function cannonade(options: autocannon.Options): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    autocannon(options, (error: unknown, result) => (error ? reject(error) : resolve(result)));
  });
}
