import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackedList } from './packed-list.ts';

/** How WordNet 3.1 relates two stems: same meaning or derived from it, or broader, similar, opposite. */
export type Relation = 'synonym' | 'near';

/** Ours and shipped, so it is not checked at each start. */
interface Table {
  readonly stems: string;
  readonly links: string;
}

interface Links {
  readonly stems: PackedList;
  /** Of each stem, those it is linked to by their places: "synonyms;near", in base 36 and comma-separated. */
  readonly links: PackedList;
}

let loaded: Links | undefined;

function table(): Links {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'data', 'related-words.json');
  const { stems, links }: Table = JSON.parse(readFileSync(file, 'utf8'));
  loaded = { stems: new PackedList(stems), links: new PackedList(links) };
  return loaded;
}

/**
 * The stems that WordNet relates to this one, synonyms before near ones. The relation is kept one way: ask
 * for both ends' links where it matters. The table is made by `bench/lexicon/build.ts`.
 */
export function relatedStems(stem: string): readonly (readonly [string, Relation])[] {
  const { stems, links } = table();
  const place = stems.placeOf(stem);
  if (place === undefined) return [];
  const [synonyms = '', near = ''] = links.at(place).split(';');
  const read = (list: string, relation: Relation): (readonly [string, Relation])[] =>
    list === ''
      ? []
      : list.split(',').map((code) => [stems.at(Number.parseInt(code, 36)), relation] as const);
  return [...read(synonyms, 'synonym'), ...read(near, 'near')];
}
