import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FaultGuard, guardFaults } from '../../src/ops/fault-guard.ts';
import type { Log } from '../../src/ops/log.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import { Readiness } from '../../src/ops/readiness.ts';

let process: EventEmitter;
let readiness: Readiness;
let now: number;
let counted: string[];
let logged: string[];
let guard: FaultGuard;
beforeEach(() => {
  process = new EventEmitter();
  readiness = new Readiness();
  readiness.open(true);
  now = 1_000_000;
  counted = [];
  logged = [];
  const note = (_fields: object, message: string) => void logged.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const metrics = { ...noMetrics, fault: (source: string) => void counted.push(source) };
  guard = guardFaults(process, { log, metrics, clock: { now: () => now }, readiness });
});
const crash = (times = 1) => {
  for (let n = 0; n < times; n++) process.emit('uncaughtException', new Error('a bug'));
};

describe('an error that nobody caught', () => {
  it('is logged, counted and told of, and the service stays ready', () => {
    crash();
    process.emit('unhandledRejection', 'not even an error');
    expect(counted).toEqual(['exception', 'rejection']);
    expect(logged).toHaveLength(2);
    expect(readiness.report()).toMatchObject({ ready: true, parts: { process: { kind: 'degraded' } } });
    now += 11 * 60_000;
    expect(readiness.report().parts['process']).toEqual({ kind: 'up' });
  });

  it('ends the service in order when it comes again and again', async () => {
    crash(9);
    expect(guard.hasGivenUp).toBe(false);
    crash();
    await guard.givenUp;
    expect(guard.hasGivenUp).toBe(true);
  });

  it('does not when it comes now and then', () => {
    for (let minute = 0; minute < 30; minute++) {
      crash(4);
      now += 60_001;
    }
    expect(guard.hasGivenUp).toBe(false);
  });

  it('is nobody’s any more when the guard is released', () => {
    guard.release();
    crash();
    expect(counted).toEqual([]);
  });
});
