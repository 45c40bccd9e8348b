import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const example = readFileSync('.env.example', 'utf8');
const explained = [...example.matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name = '']) => name);

/** How the code reads a setting: by its name from an environment, or as a field of a settings schema. */
const READS = [/\benv\['([A-Z][A-Z0-9_]+)'\]/g, /^ {2}([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+): \w/gm];
const sources = globSync(['src/**/*.ts', 'adapters/**/*.ts']).map((file) => readFileSync(file, 'utf8'));
const read = new Set(
  sources.flatMap((source) =>
    READS.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name = '']) => name)),
  ),
);
/** Set by npm for what it runs, and by terminals. */
for (const name of ['INIT_CWD', 'TERM']) read.delete(name);

describe('.env.example', () => {
  test('has every setting the code reads, and no other', () => {
    expect(read.size).toBeGreaterThan(20);
    expect([...new Set(explained)].sort()).toEqual([...read].sort());
  });

  test('says each once', () => {
    expect(explained).toEqual([...new Set(explained)]);
  });

  test('explains each with a sentence above it', () => {
    const paragraphs = example.split('\n\n').slice(1);
    for (const paragraph of paragraphs) {
      const [first = ''] = paragraph.split('\n');
      expect(first, paragraph).toMatch(/^# [A-Za-z\d…].*[.…:]$/);
    }
  });

  test('sets nothing: copied as it is, it changes nothing', () => {
    expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});
