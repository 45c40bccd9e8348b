import type { Courier } from '../../src/chat/courier.ts';
import type { Destination } from '../../src/chat/destination.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type Beat, createBeat } from '../../src/digest/beat.ts';
import type { Compose, DigestContent } from '../../src/digest/content.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { createDeliveryLane, type DeliveryLane } from '../../src/digest/delivery-lane.ts';
import { DEFAULT_POLICY, type DeliveryPolicy } from '../../src/digest/delivery-policy.ts';
import { createDeliveryWriter } from '../../src/digest/delivery-writer.ts';
import { slackPace } from '../../src/digest/pace/slack-pace.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { Subscriptions } from '../../src/digest/subscriptions.ts';
import { type BrokenNotice, createOwnerTeller } from '../../src/digest/tell-owners.ts';
import { Attention } from '../../src/ops/attention.ts';
import { type Metrics, noMetrics } from '../../src/ops/metrics.ts';
import type { Store } from '../../src/store/store.ts';
import type { Slug } from '../../src/story/article.ts';
import { silentLog } from '../support/every-store.ts';

export const SLUG = 'bridge' as Slug;
const CHANNEL: Destination = { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' };

/** A digest of so many messages. */
export function digestOf(parts: number, version = 1): DigestContent {
  const text = (n: number) => [{ kind: 'text' as const, text: `Part ${n} of version ${version}.` }];
  const reply: Reply = {
    tone: 'digest',
    blocks: Array.from({ length: parts }, (_, n) => ({ kind: 'prose', content: text(n) })),
    actions: [],
  };
  const versions = new Map([[SLUG, version]]);
  return { kind: 'reply', reply, versions, told: versions };
}

/** The time as the test says it is; waiting makes it pass. */
export class TestTime {
  #now: number;

  constructor(iso: string) {
    this.#now = Date.parse(iso);
  }

  now = (): number => this.#now;

  set(iso: string): void {
    this.#now = Date.parse(iso);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (milliseconds > 0) this.#now += milliseconds;
  }
}

export interface ServiceOptions {
  readonly store: Store;
  readonly courier: Courier;
  readonly time: TestTime;
  readonly compose?: Compose;
  readonly policy?: Partial<DeliveryPolicy>;
  readonly metrics?: Partial<Metrics>;
}

/** One process's digests, beating and delivering when the test says so. */
export class AService {
  readonly subscriptions: Subscriptions;
  readonly beat: Beat;
  readonly lane: DeliveryLane;
  readonly #options: ServiceOptions;
  readonly stopping = new AbortController();

  constructor(options: ServiceOptions) {
    const { store, courier, time: clock, compose = async () => digestOf(1) } = options;
    const policy = { ...DEFAULT_POLICY, ...options.policy };
    const metrics = { ...noMetrics, ...options.metrics };
    this.#options = options;
    this.subscriptions = createSubscriptions(store);
    const beat = {
      store,
      clock,
      metrics,
      attention: new Attention(),
      log: silentLog,
      window: policy.window,
      platforms: [courier.platform],
    };
    this.beat = createBeat(beat, () => {});
    this.lane = createDeliveryLane(store, 'test', {
      courier,
      compose,
      pace: slackPace(store, clock, clock),
      write: createDeliveryWriter(store),
      policy,
      clock,
      log: silentLog,
      metrics,
      attention: new Attention(),
      stopping: this.stopping.signal,
      stopped: new AbortController().signal,
    });
  }

  /** Enqueues what is due, and delivers whatever is ready. */
  async run(): Promise<void> {
    await this.beat();
    await this.deliver();
  }

  async deliver(): Promise<void> {
    await this.lane.pass();
    await this.lane.idle();
  }

  /** A subscription at a time of every day, UTC unless said otherwise. */
  async subscribe(time = '08:00', also: Partial<Subscription> = {}): Promise<Subscription> {
    const [hour = '', minute = ''] = time.split(':');
    const schedule = {
      minute: Number(hour) * 60 + Number(minute),
      weekdays: 127,
      zone: 'UTC',
      quietDates: [],
      ...also.schedule,
    };
    const { subscription } = await this.subscriptions.add(
      {
        destination: also.destination ?? CHANNEL,
        story: also.story ?? SLUG,
        schedule,
        whenUnchanged: 'send',
        createdBy: also.createdBy ?? 'U1',
      },
      this.#options.time.now(),
    );
    return subscription;
  }

  /** The ledger of a subscription as `date state reason`, oldest first. */
  async ledger({ id }: Subscription): Promise<readonly string[]> {
    const rows = await this.subscriptions.deliveries(id, 50);
    return rows
      .map(({ localDate, state, reason, late }) =>
        [localDate, state, ...(reason ? [reason] : []), ...(late ? ['late'] : [])].join(' '),
      )
      .reverse();
  }

  /** @param notice what an owner is told; a line with the reason in it when not given */
  async tellOwners(notice: BrokenNotice = noticeOf): Promise<void> {
    const { store, courier, time: clock } = this.#options;
    const owners = createOwnerTeller({
      store,
      courier,
      pace: slackPace(store, clock, clock),
      notice,
      clock,
      log: silentLog,
      stopping: this.stopping.signal,
      stopped: new AbortController().signal,
    });
    await owners.tell();
  }
}

const noticeOf: BrokenNotice = (_, trouble) => ({
  tone: 'refusal',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: `Stopped. ${trouble}` }] }],
  actions: [],
});
