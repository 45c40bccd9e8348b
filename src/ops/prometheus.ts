import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';
import type { PartState, Readiness } from './readiness.ts';

/** Metrics that Prometheus can fetch. */
export interface Prometheus {
  readonly metrics: Metrics;
  readonly contentType: string;
  /** Everything counted so far, in Prometheus's text form. */
  text(): Promise<string>;
}

/** Seconds. The chat core answers from memory; platforms take what a network takes. */
const ANSWER_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
const CALL_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const STATES: readonly PartState['kind'][] = ['off', 'connecting', 'up', 'degraded', 'failed'];

/**
 * Counts in a registry of its own, so that two services in one process do not meet. The process's memory,
 * processor time and event-loop lag are in it too, and each part's state as readiness has it.
 */
export function createPrometheus(readiness: Readiness): Prometheus {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  watchParts(registry, readiness);
  return {
    metrics: { ...chatMetrics(registry), ...digestMetrics(registry) },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

type ChatMetrics = Pick<Metrics, 'answered' | 'unhelpful' | 'called' | 'fault' | 'refused'>;

function chatMetrics(registry: Registry): ChatMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'backstory_requests_total',
    help: 'Requests answered, by platform, kind of request and kind of reply; reply="unanswered" are abstentions.',
    labelNames: ['platform', 'request', 'reply'],
    registers,
  });
  const words = new Counter({
    name: 'backstory_understood_total',
    help: 'What words were taken for, by platform and kind of reply: a kind of question, of small talk, a command.',
    labelNames: ['platform', 'kind', 'reply'],
    registers,
  });
  const answering = new Histogram({
    name: 'backstory_answer_seconds',
    help: 'Time the chat core took for a reply.',
    labelNames: ['platform'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const unhelpful = new Counter({
    name: 'backstory_unhelpful_total',
    help: 'Answers marked as not helpful.',
    labelNames: ['platform'],
    registers,
  });
  const calls = new Histogram({
    name: 'backstory_platform_call_seconds',
    help: 'Time calls of a platform took, sent messages among them, by outcome.',
    labelNames: ['platform', 'outcome'],
    buckets: CALL_BUCKETS,
    registers,
  });
  const faults = new Counter({
    name: 'backstory_faults_total',
    help: 'Faults of Backstory itself, by where they came to light.',
    labelNames: ['source'],
    registers,
  });
  const refusals = new Counter({
    name: 'backstory_page_refusals_total',
    help: 'Requests the page refused, by status: 429 for who comes too often, 413 for what is too long.',
    labelNames: ['status'],
    registers,
  });
  return {
    answered({ platform, request, reply, seconds, understood: kind }) {
      requests.inc({ platform, request, reply });
      if (kind !== undefined) words.inc({ platform, kind, reply });
      answering.observe({ platform }, seconds);
    },
    unhelpful: (platform) => unhelpful.inc({ platform }),
    called: ({ platform, outcome, seconds }) => calls.observe({ platform, outcome }, seconds),
    fault: (source) => faults.inc({ source }),
    refused: (status) => refusals.inc({ status }),
  };
}

function digestMetrics(registry: Registry): Omit<Metrics, keyof ChatMetrics> {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'backstory_deliveries_total',
    help: 'Digest deliveries that came to their end, by platform and outcome.',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const waiting = new Gauge({
    name: 'backstory_deliveries_waiting',
    help: 'Deliveries that are due and not done.',
    registers,
  });
  const age = new Gauge({
    name: 'backstory_delivery_queue_age_seconds',
    help: 'For how long the oldest delivery not done has been due.',
    registers,
  });
  const tick = new Gauge({
    name: 'backstory_schedule_last_tick_timestamp_seconds',
    help: 'When the schedule last looked for what is due; absent where it has not yet, and where it is off.',
    registers,
  });
  // A gauge begins at 0, which here would say that the schedule has stood still since 1970, or that nothing waits.
  for (const untold of [waiting, age, tick]) untold.remove();
  const ticking = new Histogram({
    name: 'backstory_schedule_tick_seconds',
    help: 'Time one look for what is due took.',
    buckets: CALL_BUCKETS,
    registers,
  });
  return {
    delivered: ({ platform, outcome }) => deliveries.inc({ platform, outcome }),
    queued(what) {
      waiting.set(what.waiting);
      age.set(what.oldestSeconds);
    },
    ticked({ at, seconds }) {
      tick.set(at / 1000);
      ticking.observe(seconds);
    },
  };
}

function watchParts(registry: Registry, readiness: Readiness): void {
  new Gauge({
    name: 'backstory_part_state',
    help: '1 for the state each part is in: the connections to Discord and Slack, the store, the schedule.',
    labelNames: ['part', 'state'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [part, { kind }] of Object.entries(readiness.report().parts)) {
        for (const state of STATES) this.set({ part, state }, state === kind ? 1 : 0);
      }
    },
  });
  new Gauge({
    name: 'backstory_ready',
    help: '1 while work may be sent here.',
    registers: [registry],
    collect() {
      this.set(readiness.report().ready ? 1 : 0);
    },
  });
}
