import { hostname } from 'node:os';
import type { Courier } from '../chat/courier.ts';
import type { Attention } from '../ops/attention.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { PartState } from '../ops/readiness.ts';
import type { Timers } from '../ops/timers.ts';
import type { Store } from '../store/store.ts';
import { createBeat } from './beat.ts';
import type { Compose } from './content.ts';
import { createDeliveryLane, type DeliveryLane } from './delivery-lane.ts';
import { startDeliveryLoop } from './delivery-loop.ts';
import type { DeliveryPolicy } from './delivery-policy.ts';
import { createDeliveryWriter } from './delivery-writer.ts';
import { newId } from './new-id.ts';
import { discordPace } from './pace/discord-pace.ts';
import type { Pace } from './pace/pace.ts';
import { slackPace } from './pace/slack-pace.ts';
import { startSchedule } from './schedule.ts';
import { type BrokenNotice, createOwnerTeller, type OwnerTeller } from './tell-owners.ts';

export interface DigestParts {
  readonly store: Store;
  /** Of the platforms that run. */
  readonly couriers: readonly Courier[];
  readonly compose: Compose;
  readonly notice: BrokenNotice;
  readonly policy: DeliveryPolicy;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly metrics: Metrics;
  /** To whoever waits for an answer: digests stand back. */
  readonly attention: Attention;
  /** How each platform's limits are kept, where not as usual. */
  readonly paceOf?: (courier: Courier) => Pace;
}

export interface RunningDigests {
  /** How the schedule is. */
  state(): PartState;
  /** Takes nothing more up, lets what is being posted finish, some seconds at most. */
  stop(): Promise<void>;
}

/** What is being posted when the service stops has so long. Milliseconds. */
const GRACE = 7000;

/** Starts the schedule and the sending. */
export function startDigests(parts: DigestParts): RunningDigests {
  const { store, couriers, policy, timers, log } = parts;
  const [stopping, stopped] = [new AbortController(), new AbortController()];
  const senders = couriers.map((courier) => senderOf(courier, parts, stopping.signal, stopped.signal));
  const loops = senders.map(({ lane }) =>
    startDeliveryLoop(lane, { timers, log, stopping: stopping.signal }),
  );
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const platforms = couriers.map(({ platform }) => platform);
  const beat = createBeat({ ...parts, store, window: policy.window, platforms }, wake);
  const schedule = startSchedule(async () => {
    await beat();
    // Beside the beat: what is due waits for nobody's answer.
    for (const { owners } of senders) void owners.tell();
  }, parts);
  return {
    state: () => schedule.state(),
    async stop() {
      stopping.abort();
      await Promise.all([schedule.stop(), ...loops.map(({ ended }) => ended)]);
      const idle = Promise.all(senders.flatMap(({ lane, owners }) => [lane.idle(), owners.idle()]));
      const patience = new AbortController();
      await Promise.race([idle, timers.wait(GRACE, patience.signal).catch(() => {})]);
      patience.abort();
      // Whatever is not answered by now is uncertain: the ledger says so, and the platform is asked next time.
      stopped.abort();
      await idle;
    },
  };
}

/** What is sent to one platform, at one pace. */
interface Sender {
  readonly lane: DeliveryLane;
  readonly owners: OwnerTeller;
}

function senderOf(courier: Courier, parts: DigestParts, stopping: AbortSignal, stopped: AbortSignal): Sender {
  const { store, clock, paceOf = (of) => paceFor(of, parts) } = parts;
  // Its own name a process: leases are told apart by fences, this is for whoever looks at the ledger.
  const worker = `${hostname()}:${process.pid}:${newId().slice(0, 6)}`;
  const pace = paceOf(courier);
  const write = createDeliveryWriter(store);
  const means = { ...parts, courier, pace, clock, stopping, stopped };
  return { lane: createDeliveryLane(store, worker, { ...means, write }), owners: createOwnerTeller(means) };
}

function paceFor(courier: Courier, { store, clock, timers }: DigestParts): Pace {
  return courier.platform === 'slack'
    ? slackPace(store, clock, timers)
    : discordPace(store, clock, timers, courier);
}
