import { describe, expect, it } from 'vitest';
import { clockFindings } from '../../src/ops/clock-skew.ts';

const DATE = 'Wed, 02 Nov 2026 08:00:00 GMT';
const THEN = Date.parse(DATE);
const levelAt = (seconds: number) => clockFindings('Slack', DATE, THEN + seconds * 1000)[0]?.level;

describe('the clock beside a platform’s', () => {
  it.each([
    [0, 'fine'],
    [30, 'fine'],
    [31, 'warning'],
    [-240, 'warning'],
    [241, 'problem'],
    [-3600, 'problem'],
  ])('off by %i s: %s', (seconds, level) => {
    expect(levelAt(seconds)).toBe(level);
  });

  it('says which way it is off', () => {
    expect(clockFindings('Slack', DATE, THEN - 60_000)[0]?.what).toContain('60 s behind Slack’s');
    expect(clockFindings('Slack', DATE, THEN + 60_000)[0]?.what).toContain('60 s ahead of Slack’s');
  });

  it('says nothing without a date to compare with', () => {
    expect(clockFindings('Slack', undefined, THEN)).toEqual([]);
    expect(clockFindings('Slack', 'yesterday', THEN)).toEqual([]);
  });
});
