import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeText } from '../../../adapters/terminal/safe-text.ts';

describe('safeText', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u001b]0;owned\u0007', '␛]0;owned␇'],
    ['\u009b2Jgone', '\ufffd2Jgone'],
    ['back\bspace\u007f', 'back␈space␡'],
    ['two\r\nlines\tand a tab', 'two lines and a tab'],
    ['\u202eesrever', '\ufffdesrever'],
    ['lone \ud800 half', 'lone \ufffd half'],
  ])('shows %j as %j', (hostile, shown) => {
    expect(safeText(hostile)).toBe(shown);
  });

  test.each([
    '“Nobody should – ever – swim,” she said…',
    'ليس هناك',
    '👩‍👩‍👧 and e\u0301',
    'Kyïv, Łódź, São Tomé',
  ])('leaves %s as it is', (words) => {
    expect(safeText(words)).toBe(words);
  });

  test('nothing a terminal would obey gets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(safeText(words)).not.toMatch(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
