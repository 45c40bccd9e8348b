import type { Chat } from '../chat/chat.ts';
import type { DigestDesk } from '../chat/digest-desk.ts';
import type { Keep } from '../chat/keep.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { HttpSettings } from '../ops/settings.ts';
import type { Watched } from '../ops/watch-routes.ts';
import { Failure } from './failure.ts';
import { openServers } from './open-servers.ts';
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
  readonly metrics: Metrics;
  readonly http: HttpSettings;
  /** What a platform keeps over restarts, by its name; in its own memory without. */
  readonly keepFor?: (platform: string) => Keep;
  readonly opsPort?: number | undefined;
  /** What the service is watched by. The parts that are not its own, such as the store, have been registered. */
  readonly watched: Watched;
  /** Makes the newest stories ready: whoever asks first does not wait for that, and nobody for them meanwhile. */
  readonly warmUp?: () => Promise<void>;
  /** Called once, some time after work is taken: what the first request can do without. */
  readonly settle?: () => Promise<void>;
  /** Forms, pickers and forgetting, for the platforms. */
  readonly digests?: DigestDesk;
  /** Starts sending digests, once the platforms run; stopped before they are. */
  readonly startDigests?: (platforms: readonly RunningPlatform[]) => Promise<Background>;
  /**
   * Talks with the person at the terminal until they leave, and the service with them, or the signal comes.
   * @param port the server's, when there is one
   */
  readonly talk?: (leave: AbortSignal, port: number | undefined) => Promise<void>;
  /** Resolves when the service is to stop. */
  readonly stop: Promise<unknown>;
}

/** Milliseconds after which those who waited for the service have had their first answers. */
const SETTLE_AFTER = 3_000;

/** The whole of a stop, in milliseconds; a supervisor's patience is longer. */
const STOP_WITHIN = 10_000;

/**
 * Runs every platform that has its settings, the digests, and the server they are reached and watched at,
 * until it is to stop. A platform that cannot start is told of and left out: it is not the others' trouble.
 * @throws {Failure} when there is nothing to run, or the port the operator set is taken
 */
export async function runService(service: Service): Promise<void> {
  const { log, startDigests } = service;
  const { readiness } = service.watched;
  const servers = await openServers(service);
  const server = servers.front;
  const stages: Stopping[][] = [[{ what: 'server', stop: () => servers.stop() }]];
  const opened = (...parts: readonly Stopping[]) => void stages.unshift([...parts]);
  try {
    await service.warmUp?.();
    const { running, problems } = await startPlatforms({ ...service, readiness, server });
    opened(...running.map((platform) => ({ what: platform.name, stop: () => platform.stop() })));
    // The page is always there: whoever set a token wants more than that, and must learn that it is no good.
    const inVain = problems.length > 0 && running.every(({ name }) => name === 'web');
    if ((running.length === 0 || inVain) && !service.talk) throw nothingToRun(problems);
    const digests = await startDigests?.(running);
    if (digests) opened({ what: 'digests', stop: () => digests.stop() });
    const port = 'port' in server ? server.port : undefined;
    if ('port' in server) server.complete();
    readiness.open(true);
    opened(settling(service));
    log.info({ port, watchPort: servers.watchPort, platforms: running.map(({ name }) => name) }, 'running');
    await untilItEnds(service, port);
  } finally {
    log.info({}, 'stopping');
    readiness.open(false);
    await shutDown(stages, STOP_WITHIN, log);
  }
}

/** Has the service settle, unless it is stopped before. */
function settling({ settle, log }: Service): Stopping {
  const timer = setTimeout(() => {
    settle?.().catch((fault: unknown) => log.warn({ fault }, 'the service could not settle'));
  }, SETTLE_AFTER);
  return { what: 'settling', stop: async () => clearTimeout(timer) };
}

function nothingToRun(problems: readonly string[]): Failure {
  const reasons = problems.length > 0 ? problems : ['nothing to start: no platform has its settings'];
  return new Failure(1, ...reasons.map((reason) => `backstory: ${reason}`));
}

async function untilItEnds({ stop, talk }: Service, port: number | undefined): Promise<void> {
  if (!talk) return void (await stop);
  const leave = new AbortController();
  void stop.then(() => leave.abort());
  await talk(leave.signal, port);
}
