import { StartFailure } from '../chat/adapter.ts';
import type { Keep } from '../chat/keep.ts';
import type { PartState, Readiness } from '../ops/readiness.ts';
import type { FrontDoor } from './open-servers.ts';
import type { PlatformParts, Platforms, RunningPlatform, StartPlatform } from './platform.ts';

export interface StartingPlatforms extends Omit<PlatformParts, 'keep'> {
  /** What a platform keeps over restarts, by its name. */
  readonly keepFor?: (platform: string) => Keep;
  readonly platforms: Platforms;
  readonly readiness: Readiness;
  /** Where platforms that are reached over HTTP are served. */
  readonly server: FrontDoor;
}

/** What came of starting the platforms: those that run, and why the others don't. */
export interface StartedPlatforms {
  readonly running: readonly RunningPlatform[];
  readonly problems: readonly string[];
}

/** Starts every platform that is switched on; one that cannot start is told of and left out. */
export async function startPlatforms(parts: StartingPlatforms): Promise<StartedPlatforms> {
  const started = await Promise.all(
    Object.entries(parts.platforms).map(async ([name, { settings, load }]): Promise<Started> => {
      const read = await settings(parts.env);
      if ('problems' in read) return fail(name, read.problems.join('; '), parts);
      if (read.isOn) return start(name, load, parts);
      parts.readiness.platform(name, () => ({ kind: 'off' }));
      return {};
    }),
  );
  return {
    running: started.flatMap(({ running }) => running ?? []),
    problems: started.flatMap(({ problem }) => problem ?? []),
  };
}

interface Started {
  readonly running?: RunningPlatform;
  readonly problem?: string;
}

async function start(
  name: string,
  load: () => Promise<StartPlatform>,
  parts: StartingPlatforms,
): Promise<Started> {
  const { readiness, server, keepFor } = parts;
  readiness.platform(name, () => ({ kind: 'connecting' }));
  let running: RunningPlatform;
  try {
    running = await (await load())({ ...parts, ...(keepFor && { keep: keepFor(name) }) });
  } catch (error) {
    return fail(name, reasonOf(error), parts);
  }
  const { routes = [] } = running;
  if ('mount' in server) server.mount(routes);
  else if (routes.length > 0) {
    await running.stop();
    return fail(name, server.problem, parts, 'info');
  }
  readiness.platform(name, () => running.state());
  return { running };
}

/** @param level less loud for what has been told already */
function fail(
  name: string,
  problem: string,
  { readiness, log }: StartingPlatforms,
  level: 'error' | 'info' = 'error',
): Started {
  const state: PartState = { kind: 'failed', reason: problem };
  readiness.platform(name, () => state);
  log[level]({ platform: name, reason: problem }, 'a platform could not be started');
  return { problem };
}

function reasonOf(error: unknown): string {
  if (error instanceof StartFailure) return error.message;
  return error instanceof Error ? error.message : String(error);
}
