import { describe, expect, it } from 'vitest';
import { type PartState, Readiness } from '../../src/ops/readiness.ts';

const UP: PartState = { kind: 'up' };
const FAILED: PartState = { kind: 'failed', reason: 'the token was revoked' };
const CONNECTING: PartState = { kind: 'connecting' };

/** A service with these platforms and this store, open for work. */
function serviceWith(platforms: readonly PartState[], store: PartState = UP): Readiness {
  const readiness = new Readiness();
  for (const [at, state] of platforms.entries()) readiness.platform(`platform ${at}`, () => state);
  readiness.needed('store', () => store);
  readiness.open(true);
  return readiness;
}

describe('readiness', () => {
  it.each<[string, readonly PartState[], PartState, boolean]>([
    ['everything up', [UP, UP], UP, true],
    ['no platform at all', [{ kind: 'off' }], UP, true],
    ['one platform failed', [UP, FAILED], UP, true],
    ['every platform failed', [FAILED, FAILED], UP, false],
    ['the only one that is on failed', [FAILED, { kind: 'off' }], UP, false],
    ['one is connecting', [UP, CONNECTING], UP, false],
    ['one works in part', [{ kind: 'degraded', reason: 'reconnecting' }], UP, true],
    ['the store failed', [UP], FAILED, false],
    ['the store is slow', [UP], { kind: 'degraded', reason: 'slow' }, true],
  ])('%s', (_name, platforms, store, ready) => {
    expect(serviceWith(platforms, store).report().ready).toBe(ready);
  });

  it('waits until the service says that it takes work, and no longer than it does', () => {
    const readiness = serviceWith([UP]);
    readiness.open(false);
    expect(readiness.report().ready).toBe(false);
  });

  it('tells of a part whose trouble keeps nobody away, with its reason', () => {
    const readiness = serviceWith([UP]);
    readiness.told('schedule', () => FAILED);
    expect(readiness.report()).toEqual({
      ready: true,
      parts: { 'platform 0': UP, store: UP, schedule: FAILED },
    });
  });
});
