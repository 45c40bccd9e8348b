import { type HttpServer, startHttpServer } from '../ops/http-server.ts';
import type { Log } from '../ops/log.ts';
import type { HttpSettings } from '../ops/settings.ts';
import { healthRoutes, type Watched, watchRoutes } from '../ops/watch-routes.ts';
import { Failure } from './failure.ts';

export interface OpeningServers {
  readonly http: HttpSettings;
  readonly opsPort?: number | undefined;
  readonly watched: Watched;
  readonly log: Log;
}

/** Where the service is reached; why it is not when the port nobody asked for is taken. */
export type FrontDoor = HttpServer | { readonly problem: string };

export interface OpenServers {
  readonly front: FrontDoor;
  /** The port the service is watched at; `undefined` when there is none. */
  readonly watchPort: number | undefined;
  stop(): Promise<void>;
}

/**
 * Opens the service's server, and a second one for whoever watches over it when the operator set a port for
 * that. `/healthz` is on both: a load balancer may see the first one only.
 * @throws {Failure} when a port that the operator set cannot be listened on
 */
export async function openServers({ http, opsPort, watched, log }: OpeningServers): Promise<OpenServers> {
  const front = await openFront(http, log);
  let back: HttpServer | undefined;
  try {
    back = opsPort === undefined ? undefined : await openBack(http.host, opsPort);
  } catch (error) {
    if ('port' in front) await front.stop();
    throw error;
  }
  const watching = back ?? ('port' in front ? front : undefined);
  if ('port' in front) front.mount([healthRoutes()]);
  if (back) back.mount([healthRoutes()]);
  watching?.mount([watchRoutes(watched)]);
  back?.complete();
  return {
    front,
    watchPort: watching?.port,
    async stop() {
      if ('port' in front) await front.stop();
      await back?.stop();
    },
  };
}

async function openFront(http: HttpSettings, log: Log): Promise<FrontDoor> {
  try {
    return await startHttpServer(http);
  } catch (error) {
    const problem = problemOf(error, http, 'BACKSTORY_PORT');
    if (http.isSet) throw new Failure(1, `backstory: ${problem}`);
    log.warn({ reason: problem }, 'going on without a server');
    return { problem };
  }
}

async function openBack(host: string, port: number): Promise<HttpServer> {
  try {
    return await startHttpServer({ host, port });
  } catch (error) {
    throw new Failure(1, `backstory: ${problemOf(error, { host, port }, 'BACKSTORY_OPS_PORT')}`);
  }
}

function problemOf(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
  setting: string,
): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `cannot listen on ${host} port ${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${where}: another program does; set ${setting} to another port, or stop that program`;
    case 'EACCES':
      return `${where}: the system does not allow it; set ${setting} to a port from 1024 up`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${where}: BACKSTORY_HOST is no address of this machine; 127.0.0.1 is for this machine only, 0.0.0.0 for all`;
    default:
      return `${where}: ${error instanceof Error ? error.message : String(error)}; see BACKSTORY_HOST and ${setting}`;
  }
}
