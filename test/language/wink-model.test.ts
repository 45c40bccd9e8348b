import { describe, expect, it } from 'vitest';
import model from 'wink-eng-lite-web-model';
import type { Model } from 'wink-nlp';
import { winkModel } from '../../src/language/wink-model.ts';

type Core = { features: Record<string, { list: unknown[]; hash?: Record<string, number> }> };

function coreOf({ core }: Model): Core {
  return (core as () => Core)();
}

/** A core without the objects that say where each word is: ours search rather than hold. */
function withoutPlaces(core: Core): unknown {
  const features = Object.entries(core.features).map(([name, { hash: _, ...rest }]) => [name, rest]);
  return { ...core, features: Object.fromEntries(features) };
}

describe('the language model, unpacked by ourselves', () => {
  const theirs = coreOf(model);
  const ours = coreOf(winkModel());

  it('is what the package makes of the same file', () => {
    expect(withoutPlaces(ours)).toEqual(withoutPlaces(theirs));
  });

  it('finds every word and class where the package has it, and no other', () => {
    for (const [name, { hash }] of Object.entries(theirs.features)) {
      const places = ours.features[name]?.hash;
      const moved = Object.entries(hash ?? {}).filter(([word, place]) => places?.[word] !== place);
      expect(moved).toEqual([]);
      if (hash) expect([places?.['constructor'], places?.['zzzq']]).toEqual([hash['constructor'], undefined]);
    }
  });

  it('takes words in, without touching the file it was read from', () => {
    const places = ours.features['lexeme']?.hash ?? {};
    places['zzzq'] = 90_000;
    Reflect.set(places, '__proto__', 90_001);
    expect([places['zzzq'], Object.hasOwn(places, '__proto__')]).toEqual([90_000, true]);
    expect(coreOf(winkModel()).features['lexeme']?.hash?.['zzzq']).toBeUndefined();
  });
});
