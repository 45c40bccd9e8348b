import { describe, expect, it } from 'vitest';
import { WEEKDAYS, weekdaysIn } from '../../../../adapters/slack/digests/weekday-choices.ts';
import { daysWords } from '../../../../src/digest/schedule-words.ts';

describe('the days of a form', () => {
  it('are those of the subscription, however its words say them', () => {
    for (let weekdays = 1; weekdays < 128; weekdays++) {
      const days = WEEKDAYS.filter((_, at) => (weekdays >> at) & 1);
      expect(weekdaysIn(daysWords(weekdays)), daysWords(weekdays)).toEqual(days);
    }
  });

  it.each([
    ['weekends', ['sat', 'sun']],
    ['mon,wed', ['mon', 'wed']],
    ['every second Monday', undefined],
    ['Friday to Monday', undefined],
    ['monarchy', undefined],
    ['', undefined],
  ])('%j', (words, days) => {
    expect(weekdaysIn(words)).toEqual(days);
  });
});
