import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = ['README.md', ...globSync('docs/*.md')];

describe('the documentation', () => {
  it.each(documents)('%s points at files that are there', (file) => {
    const text = readFileSync(file, 'utf8');
    const links = [...text.matchAll(/\]\((?!<|https?:|#)([^)#\s]+)/g)].map(([, to = '']) =>
      join(dirname(file), to),
    );
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(documents)('%s names tests that are there', (file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/`(test\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
