import type { DigestDesk } from '../chat/digest-desk.ts';
import type { Sources } from '../digest/compose.ts';
import type { Attention } from '../ops/attention.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Readiness } from '../ops/readiness.ts';
import type { Store } from '../store/store.ts';
import type { RunningPlatform } from './platform.ts';
import type { Background } from './run-service.ts';

/** The digests of a service. */
export interface Digests {
  readonly desk: DigestDesk;
  /** Starts sending them to the platforms that can be sent to. */
  start(platforms: readonly RunningPlatform[]): Promise<Background>;
}

export interface DigestsParts {
  readonly store: Store;
  readonly sources: Sources;
  /** How long after its time a digest is still sent, in milliseconds. */
  readonly catchUp: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Where the schedule is told of: without it the bot still answers. */
  readonly readiness: Readiness;
  readonly attention: Attention;
}

/** Milliseconds: a beat and the tries of a bad minute must fit into the shortest window. */
const SHORTEST_WINDOW = 15 * 60_000;

/** Puts the digests together over an open store. */
export async function openDigests(parts: DigestsParts): Promise<Digests> {
  const { store, sources, catchUp, log, metrics, readiness } = parts;
  const { createCompose } = await import('../digest/compose.ts');
  const { createSubscriptions } = await import('../digest/create-subscriptions.ts');
  const { createDigestDesk } = await import('../digest/create-digest-desk.ts');
  const compose = createCompose(sources);
  const desk = createDigestDesk({
    subscriptions: createSubscriptions(store),
    store,
    sources,
    compose,
    onFault(fault) {
      metrics.fault('chat');
      log.error({ fault }, 'a digest command could not be carried out');
    },
  });
  return {
    desk,
    async start(platforms) {
      const couriers = platforms.flatMap(({ courier }) => courier ?? []);
      if (couriers.length === 0) {
        readiness.told('schedule', () => ({ kind: 'off' }));
        return { stop: async () => undefined };
      }
      const { startDigests } = await import('../digest/start-digests.ts');
      const { DEFAULT_POLICY } = await import('../digest/delivery-policy.ts');
      const { createBrokenNotice } = await import('../digest/broken-notice.ts');
      const { systemTimers } = await import('../ops/timers.ts');
      const digests = startDigests({
        ...parts,
        couriers,
        compose,
        notice: createBrokenNotice(sources.stories),
        policy: { ...DEFAULT_POLICY, window: Math.max(catchUp, SHORTEST_WINDOW) },
        timers: systemTimers,
      });
      readiness.told('schedule', () => digests.state());
      return digests;
    },
  };
}
