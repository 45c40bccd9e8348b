import { createRequire } from 'node:module';
import type { Model } from 'wink-nlp';
import { placesIn } from './places-in.ts';

/** What is read here of the model's core: the lists its words and classes are numbered by, and its tables. */
interface Core {
  readonly packing: {
    /** Per feature: its place in a word's bits; at [3] and [4] how it is looked up. */
    readonly layout: Readonly<Record<string, readonly number[]>>;
  };
  readonly features: Readonly<Record<string, { readonly list: readonly string[] }>>;
  readonly pos: { readonly hash: Readonly<Record<string, number>> };
  /** Base64 of 32-bit numbers. */
  readonly lexicon: string;
  readonly xpansions: string;
}

/** A list with the places of its values and how many of them the model brought. */
interface Feature {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
  readonly intrinsicSize: number;
  readonly index: number;
}

const require = createRequire(import.meta.url);

/**
 * The English model of wink-nlp with its core unpacked by ourselves: the package's way copies three megabytes
 * through JSON text and enters every word in an object, which was a fifth of a short command's time. A test holds
 * the outcome to what the package makes of the same file.
 */
export function winkModel(): Model {
  return { ...require('wink-eng-lite-web-model'), core: unpackCore };
}

/** What wink-nlp adds to is copied; the object the file was read into stays as it is. */
function unpackCore(): unknown {
  const core: Core = require('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json');
  const features: Record<string, unknown> = { ...core.features };
  for (const [name, layout] of Object.entries(core.packing.layout)) {
    const feature = core.features[name];
    if (layout[3] !== 0 || feature === undefined) continue;
    const maxIndex = (layout[1] ?? 0) >>> (layout[2] ?? 0);
    features[name] = { ...feature, ...numbered(feature.list, placesOf(feature.list)), maxIndex };
  }
  // The first entry stands for every word that is not known.
  const words = core.features['lexeme']?.list ?? [];
  features['lexeme'] = { ...core.features['lexeme'], ...numbered(words, placesIn(words, 1)) };
  const clusters = core.features['posClusters'];
  features['posClusters'] = {
    ...(features['posClusters'] as object),
    list: clusters?.list.map((names) => new Set(names.split('_').map((pos) => core.pos.hash[pos] ?? 0))),
  };
  return {
    ...core,
    packing: { ...core.packing, efList: extractable(core.packing.layout) },
    features,
    lexicon: numbers(core.lexicon),
    xpansions: numbers(core.xpansions),
  };
}

function numbered(list: readonly string[], hash: Record<string, number>): Feature {
  return { list: [...list], hash, intrinsicSize: list.length, index: list.length };
}

function placesOf(list: readonly string[]): Record<string, number> {
  const places: Record<string, number> = Object.create(null);
  for (const [place, value] of list.entries()) places[value] = place;
  return places;
}

/** The features that are worked out for words the model does not know. */
function extractable(layout: Core['packing']['layout']): readonly string[] {
  return Object.keys(layout).filter((name) => layout[name]?.[4] === 1);
}

function numbers(base64: string): Uint32Array {
  // A copy of its own: a Buffer may begin where no 32-bit number can.
  return new Uint32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}
