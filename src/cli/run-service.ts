import type { Chat } from '../chat/chat.ts';
import { warmUp } from '../chat/warm-up.ts';
import type { Clock } from '../ops/clock.ts';
import { type HttpServer, startHttpServer } from '../ops/http-server.ts';
import type { Log } from '../ops/log.ts';
import type { Readiness } from '../ops/readiness.ts';
import type { HttpSettings } from '../ops/settings.ts';
import { watchRoutes } from '../ops/watch-routes.ts';
import { Failure } from './failure.ts';
import type { Platforms, RunningPlatform } from './platform.ts';
import { type Stopping, shutDown } from './shut-down.ts';
import { startPlatforms } from './start-platforms.ts';

/** Something that works by itself until it is stopped: it then takes nothing more on and finishes what runs. */
export interface Background {
  stop(): Promise<void>;
}

export interface Service {
  readonly platforms: Platforms;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly chat: Chat;
  readonly log: Log;
  readonly clock: Clock;
  readonly http: HttpSettings;
  /** The parts that are not the service's own, such as the store, have been registered here. */
  readonly readiness: Readiness;
  /** Starts sending digests, once the platforms run; stopped before they are. */
  readonly startDigests?: (platforms: readonly RunningPlatform[]) => Promise<Background>;
  /** Talks with the person at the terminal until they leave, and the service with them, or the signal comes. */
  readonly talk?: (leave: AbortSignal) => Promise<void>;
  /** Resolves when the service is to stop. */
  readonly stop: Promise<unknown>;
}

/** The whole of a stop, in milliseconds; a supervisor's patience is longer. */
const STOP_WITHIN = 10_000;

/**
 * Runs every platform that has its settings, the digests, and the server they are reached and watched at,
 * until it is to stop. A platform that cannot start is told of and left out: it is not the others' trouble.
 * @throws {Failure} when there is nothing to run, or the port the operator set is taken
 */
export async function runService(service: Service): Promise<void> {
  const { chat, clock, log, readiness, startDigests } = service;
  const server = await listen(service);
  const stages: Stopping[][] = 'port' in server ? [[{ what: 'server', stop: () => server.stop() }]] : [];
  const opened = (...parts: readonly Stopping[]) => void stages.unshift([...parts]);
  try {
    // Whoever asks first does not wait for the newest stories to be made ready, and nobody for them meanwhile.
    await warmUp(chat, clock.now());
    const { running, problems } = await startPlatforms({ ...service, server });
    opened(...running.map((platform) => ({ what: platform.name, stop: () => platform.stop() })));
    if (running.length === 0 && !service.talk) throw nothingToRun(problems);
    const digests = await startDigests?.(running);
    if (digests) opened({ what: 'digests', stop: () => digests.stop() });
    if ('port' in server) server.complete();
    readiness.open(true);
    const port = 'port' in server ? server.port : undefined;
    log.info({ port, platforms: running.map(({ name }) => name) }, 'running');
    await untilItEnds(service);
  } finally {
    readiness.open(false);
    await shutDown(stages, STOP_WITHIN, log);
  }
}

function nothingToRun(problems: readonly string[]): Failure {
  const reasons = problems.length > 0 ? problems : ['nothing to start: no platform has its settings'];
  return new Failure(1, ...reasons.map((reason) => `backstory: ${reason}`));
}

async function untilItEnds({ stop, talk }: Service): Promise<void> {
  if (!talk) return void (await stop);
  const leave = new AbortController();
  void stop.then(() => leave.abort());
  await talk(leave.signal);
}

/**
 * @returns why there is none when the port nobody asked for is taken: what needs no server goes on
 * @throws {Failure} when the operator asked for it
 */
async function listen({ http, readiness, log }: Service): Promise<HttpServer | { readonly problem: string }> {
  try {
    const server = await startHttpServer(http);
    server.mount([watchRoutes({ readiness })]);
    return server;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem = `cannot listen on ${http.host} port ${http.port}: ${reason}; set BACKSTORY_PORT to another`;
    if (http.isSet) throw new Failure(1, `backstory: ${problem}`);
    log.warn({ reason: problem }, 'going on without a server');
    return { problem };
  }
}
