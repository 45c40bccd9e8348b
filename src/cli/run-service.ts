import { StartFailure } from '../chat/adapter.ts';
import type { Chat } from '../chat/chat.ts';
import { warmUp } from '../chat/warm-up.ts';
import type { Clock } from '../ops/clock.ts';
import { type HttpServer, startHttpServer } from '../ops/http-server.ts';
import type { Log } from '../ops/log.ts';
import type { HttpSettings } from '../ops/settings.ts';
import { Failure } from './failure.ts';
import type { RunningPlatform, StartPlatform } from './platform.ts';

/** What loads each platform's start, by the platform's name: an adapter's code is read only by the service. */
export type Platforms = Readonly<Record<string, () => Promise<StartPlatform>>>;

export interface ServiceOptions {
  readonly platforms: Platforms;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly chat: Chat;
  readonly log: Log;
  readonly clock: Clock;
  readonly http: HttpSettings;
  /** Resolves when the service is to stop. */
  readonly stop: Promise<unknown>;
}

/**
 * Runs every platform that has its settings, and the server they are reached and watched at, until it is to
 * stop. A platform that cannot start is told of and left out: it is not the others' trouble.
 * @throws {Failure} when none can start, or the port the operator set is taken
 */
export async function runService(options: ServiceOptions): Promise<void> {
  // Whoever asks first does not wait for the newest stories to be made ready, and nobody for them meanwhile.
  await warmUp(options.chat, options.clock.now());
  const platforms = await startPlatforms(options);
  let server: HttpServer | undefined;
  try {
    server = await listen(platforms, options);
    options.log.info({ port: server?.port, platforms: platforms.map(({ name }) => name) }, 'running');
    await options.stop;
  } finally {
    await Promise.all(platforms.map((platform) => platform.stop()));
    await server?.stop();
  }
}

async function startPlatforms(options: ServiceOptions): Promise<readonly RunningPlatform[]> {
  const { env, chat, log, clock } = options;
  const started = await Promise.allSettled(
    Object.values(options.platforms).map(async (load) => (await load())({ env, chat, log, clock })),
  );
  const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failures = started.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const failure of failures) log.error({ reason: reasonOf(failure) }, 'a platform could not be started');
  if (running.some((platform) => platform.state().kind !== 'off')) return running;
  await Promise.all(running.map((platform) => platform.stop()));
  const reasons =
    failures.length > 0 ? failures.map(reasonOf) : ['nothing to start: no platform has its settings'];
  throw new Failure(1, ...reasons.map((reason) => `backstory: ${reason}`));
}

/** @returns undefined when the port nobody asked for is taken: the platforms that need none go on */
async function listen(
  platforms: readonly RunningPlatform[],
  { http, log }: ServiceOptions,
): Promise<HttpServer | undefined> {
  const routes = platforms.flatMap((platform) => platform.routes ?? []);
  try {
    return await startHttpServer({
      ...http,
      routes,
      parts: () => new Map(platforms.map((platform) => [platform.name, platform.state()])),
    });
  } catch (error) {
    const problem = `cannot listen on ${http.host} port ${http.port}: ${reasonOf(error)}`;
    if (http.isSet || routes.length > 0) {
      throw new Failure(1, `backstory: ${problem}; set BACKSTORY_PORT to another`);
    }
    log.warn({ reason: problem }, 'going on without /healthz and /readyz');
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof StartFailure) return error.message;
  return error instanceof Error ? error.message : String(error);
}
