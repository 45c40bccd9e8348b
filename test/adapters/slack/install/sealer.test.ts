import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBroken, Sealer } from '../../../../adapters/slack/install/sealer.ts';

describe('a sealed text', () => {
  const sealer = new Sealer(['one secret']);

  it('opens as what it was, for its place and secret alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = sealer.seal(text, place);
        expect(sealer.open(sealed, place)).toBe(text);
        expect(() => sealer.open(sealed, `${place}x`)).toThrow(SealBroken);
        expect(() => new Sealer(['another']).open(sealed, place)).toThrow(SealBroken);
      }),
    );
  });

  it('does not open when a byte of it was changed', () => {
    const sealed = sealer.seal('xoxb-token', 'team');
    for (let at = 2; at < sealed.length; at++) {
      const other = sealed[at] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      if (Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url'))) continue;
      // The last character of a field may hold bits that are not part of it.
      let opened: string | undefined;
      try {
        opened = sealer.open(changed, 'team');
      } catch (error) {
        expect(error).toBeInstanceOf(SealBroken);
      }
      expect([undefined, 'xoxb-token']).toContain(opened);
    }
  });

  it('is never sealed the same way twice', () => {
    expect(sealer.seal('x', 'p')).not.toBe(sealer.seal('x', 'p'));
  });

  it('opens with a secret that was replaced, and is known to be old', () => {
    const sealed = sealer.seal('x', 'p');
    const replaced = new Sealer(['new secret', 'one secret']);
    expect(replaced.open(sealed, 'p')).toBe('x');
    expect(replaced.isStale(sealed)).toBe(true);
    expect(replaced.isStale(replaced.seal('x', 'p'))).toBe(false);
  });

  it.each(['', '1', '2.a.b.c.d', '1.........', 'nonsense'])('that is none does not open: %j', (text) => {
    expect(() => sealer.open(text, 'p')).toThrow(SealBroken);
  });
});
