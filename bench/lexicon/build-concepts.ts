/**
 * Compiles `concepts.txt` into `src/language/data/concepts.json`.
 *
 *   node bench/lexicon/build-concepts.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileConcepts } from './compile-concepts.ts';

const concepts = compileConcepts(readFileSync(join(import.meta.dirname, 'concepts.txt'), 'utf8'));
writeFileSync(
  join(import.meta.dirname, '../../src/language/data/concepts.json'),
  `${JSON.stringify({ concepts })}\n`,
);
console.log(`${concepts.length} concepts`);
