import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reckon } from '../../src/digest/reckon.ts';
import { sharedReckoning } from '../../src/digest/shared-reckoning.ts';
import { readSchedule } from '../../src/digest/subscription-rows.ts';
import type { SubscriptionRow } from '../../src/store/subscriptions.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const HOUR = 3_600_000;
const WINDOW = 6 * HOUR;

const ROW: SubscriptionRow = {
  id: 's1',
  platform: 'slack',
  workspace: 'T1',
  place_kind: 'channel',
  place: 'C1',
  story: '',
  local_minute: 600,
  weekdays: 127,
  zone: 'UTC',
  quiet_dates: '[]',
  when_unchanged: 'send',
  status: 'active',
  trouble: null,
  told_at: null,
  created_by: 'U1',
  next_due_at: NOW,
  last_local_date: null,
  reckoned_at: NOW - 24 * HOUR,
  tzdata: '',
  briefed: '{}',
  created_at: 0,
  updated_at: 0,
};

// A few values of each, so that rows often differ in one thing only.
const rows = fc.record({
  local_minute: fc.constantFrom(0, 599, 600, 1439),
  weekdays: fc.constantFrom(127, 31, 4),
  zone: fc.constantFrom('UTC', 'Europe/Kyiv', 'Asia/Kathmandu', 'Pacific/Apia'),
  quiet_dates: fc.constantFrom('[]', '["2026-11-25"]'),
  reckoned_at: fc.constantFrom(NOW - HOUR, NOW - 24 * HOUR, NOW - 72 * HOUR),
  last_local_date: fc.constantFrom(null, '2026-11-24', '2026-11-25'),
});

describe('reckoning for many', () => {
  it('gives each row what it would be given alone', () => {
    const reckonRow = sharedReckoning(NOW, WINDOW);
    fc.assert(
      fc.property(rows, (columns) => {
        const row = { ...ROW, ...columns };
        const reckoning = { reckonedAt: row.reckoned_at, lastLocalDate: row.last_local_date ?? undefined };
        expect(reckonRow(row)).toEqual(reckon(readSchedule(row), reckoning, NOW, WINDOW));
      }),
      { numRuns: 200 },
    );
  });

  it('is done once for those of the same schedule', () => {
    const reckonRow = sharedReckoning(NOW, WINDOW);
    expect(reckonRow({ ...ROW, id: 's2', place: 'C2' })).toBe(reckonRow(ROW));
  });
});
