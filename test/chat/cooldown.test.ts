import { describe, expect, it } from 'vitest';
import { Cooldown } from '../../src/chat/cooldown.ts';

describe('the pace of one person', () => {
  it('allows so many at once, then one after each pause', () => {
    const cooldown = new Cooldown({ atOnce: 3, pauseMs: 1_000 });
    expect([0, 0, 0].map((now) => cooldown.take('ann', now))).toEqual([0, 0, 0]);
    expect(cooldown.take('ann', 0)).toBe(1_000);
    expect(cooldown.take('ann', 400)).toBe(600);
    expect(cooldown.take('ann', 1_000)).toBe(0);
    expect(cooldown.take('ann', 1_000)).toBe(1_000);
  });

  it('is whole again after rest, and no better than whole', () => {
    const cooldown = new Cooldown({ atOnce: 2, pauseMs: 1_000 });
    for (const now of [0, 0]) cooldown.take('ann', now);
    expect([60_000, 60_000, 60_000].map((now) => cooldown.take('ann', now))).toEqual([0, 0, 1_000]);
  });

  it('keeps nobody waiting when the clock was set back', () => {
    const cooldown = new Cooldown({ atOnce: 2, pauseMs: 1_000 });
    cooldown.take('ann', 86_400_000);
    expect([0, 0, 0].map((now) => cooldown.take('ann', now))).toEqual([0, 0, 1_000]);
  });

  it('is each person’s own', () => {
    const cooldown = new Cooldown({ atOnce: 1, pauseMs: 1_000 });
    expect([cooldown.take('ann', 0), cooldown.take('ben', 0), cooldown.take('ann', 0)]).toEqual([
      0, 0, 1_000,
    ]);
  });
});
