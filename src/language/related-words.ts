import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How WordNet 3.1 relates two stems: same meaning or derived from it, or broader, similar, opposite. */
export type Relation = 'synonym' | 'near';

const Table = z.object({ stems: z.string(), links: z.string() });

interface Links {
  readonly numbers: ReadonlyMap<string, number>;
  readonly stems: readonly string[];
  readonly links: readonly string[];
}

let loaded: Links | undefined;

function table(): Links {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'data', 'related-words.json');
  const { stems, links } = Table.parse(JSON.parse(readFileSync(file, 'utf8')));
  const list = stems.split(' ');
  const numbers = new Map(list.map((stem, number): [string, number] => [stem, number]));
  loaded = { numbers, stems: list, links: links.split(' ') };
  return loaded;
}

/**
 * The stems that WordNet relates to this one, synonyms before near ones. The relation is kept one way: ask
 * for both ends' links where it matters. The table is made by `bench/lexicon/build.ts`.
 */
export function relatedStems(stem: string): readonly (readonly [string, Relation])[] {
  const { numbers, stems, links } = table();
  const number = numbers.get(stem);
  if (number === undefined) return [];
  const [synonyms = '', near = ''] = (links[number] ?? '').split(';');
  const read = (list: string, relation: Relation): (readonly [string, Relation])[] =>
    list === ''
      ? []
      : list.split(',').map((code) => [stems[Number.parseInt(code, 36)] ?? '', relation] as const);
  return [...read(synonyms, 'synonym'), ...read(near, 'near')];
}
