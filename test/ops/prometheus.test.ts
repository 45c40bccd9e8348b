import { beforeEach, describe, expect, it } from 'vitest';
import { createPrometheus, type Prometheus } from '../../src/ops/prometheus.ts';
import { type PartState, Readiness } from '../../src/ops/readiness.ts';
import { timedCalls } from '../../src/ops/timed-calls.ts';

let readiness: Readiness;
let prometheus: Prometheus;
beforeEach(() => {
  readiness = new Readiness();
  prometheus = createPrometheus(readiness);
});
const line = async (name: string): Promise<string | undefined> =>
  (await prometheus.text()).split('\n').find((one) => one.startsWith(name));

describe('metrics', () => {
  it('count questions by platform, kind and reply, abstentions among them, and time them', async () => {
    const asked = { platform: 'slack', request: 'say', seconds: 0.004 };
    prometheus.metrics.answered({ ...asked, reply: 'answer' });
    prometheus.metrics.answered({ ...asked, reply: 'unanswered' });
    prometheus.metrics.answered({ ...asked, reply: 'unanswered' });
    prometheus.metrics.unhelpful('slack');
    const counted = 'backstory_requests_total{platform="slack",request="say",reply="unanswered"}';
    expect(await line(counted)).toBe(`${counted} 2`);
    expect(await line('backstory_answer_seconds_bucket{le="0.0025",platform="slack"}')).toMatch(/ 0$/);
    expect(await line('backstory_answer_seconds_bucket{le="0.005",platform="slack"}')).toMatch(/ 3$/);
    expect(await line('backstory_unhelpful_total{platform="slack"}')).toMatch(/ 1$/);
  });

  it('count deliveries by outcome, and tell the queue and the schedule', async () => {
    const { metrics } = prometheus;
    metrics.delivered({ platform: 'discord', outcome: 'uncertain' });
    metrics.queued({ waiting: 12, oldestSeconds: 34.5 });
    metrics.ticked({ at: 1_800_000_000_000, seconds: 0.2 });
    expect(await line('backstory_deliveries_total{platform="discord",outcome="uncertain"}')).toMatch(/ 1$/);
    expect(await line('backstory_deliveries_waiting ')).toMatch(/ 12$/);
    expect(await line('backstory_delivery_queue_age_seconds ')).toMatch(/ 34.5$/);
    expect(await line('backstory_schedule_last_tick_timestamp_seconds ')).toMatch(/ 1800000000$/);
  });

  it.each([
    'backstory_schedule_last_tick_timestamp_seconds',
    'backstory_deliveries_waiting',
    'backstory_delivery_queue_age_seconds',
  ])('tell no %s before the schedule has looked, or where it is off', async (name) => {
    expect(await line(name)).toBeUndefined();
    prometheus.metrics.queued({ waiting: 0, oldestSeconds: 0 });
    prometheus.metrics.ticked({ at: 1_800_000_000_000, seconds: 0.2 });
    expect(await line(name)).toMatch(/ (0|1800000000)$/);
  });

  it('tell how each part is at the moment it is asked', async () => {
    let state: PartState = { kind: 'connecting' };
    readiness.platform('discord', () => state);
    readiness.open(true);
    expect(await line('backstory_part_state{part="discord",state="connecting"}')).toMatch(/ 1$/);
    expect(await line('backstory_ready ')).toMatch(/ 0$/);
    state = { kind: 'up' };
    expect(await line('backstory_part_state{part="discord",state="connecting"}')).toMatch(/ 0$/);
    expect(await line('backstory_part_state{part="discord",state="up"}')).toMatch(/ 1$/);
    expect(await line('backstory_ready ')).toMatch(/ 1$/);
  });

  it('tell the process: memory and event-loop lag', async () => {
    expect(await line('process_resident_memory_bytes ')).toBeDefined();
    expect(await line('nodejs_eventloop_lag_p99_seconds ')).toBeDefined();
  });

  it.each([
    [200, 'ok'],
    [404, 'refused'],
    [429, 'limited'],
    [503, 'failed'],
  ])('count a platform’s answer %i as %s', async (status, outcome) => {
    const call = timedCalls('discord', prometheus.metrics, async (_url: string) => ({ status }));
    expect(await call('/channels')).toEqual({ status });
    const counted = `backstory_platform_call_seconds_count{platform="discord",outcome="${outcome}"}`;
    expect(await line(counted)).toBe(`${counted} 1`);
  });

  it('count a call without an answer, and let its error through', async () => {
    const call = timedCalls('slack', prometheus.metrics, () => Promise.reject(new Error('no route')));
    await expect(call()).rejects.toThrow('no route');
    expect(
      await line('backstory_platform_call_seconds_count{platform="slack",outcome="unreachable"}'),
    ).toMatch(/ 1$/);
  });

  it('do not meet those of another service in the same process', async () => {
    createPrometheus(new Readiness()).metrics.fault('exception');
    expect(await line('backstory_faults_total{')).toBeUndefined();
  });
});
