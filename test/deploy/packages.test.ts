import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installedPackages } from './installed-packages.ts';

const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** The packages a module loads when it runs, lazily too; types are gone by then. */
function loadedBy(source: string): readonly string[] {
  const running = source.replace(/^(?:import|export) type\b[^;]*;/gm, '');
  const specifiers = running.matchAll(
    /\b(?:from|import|require)\s*\(?\s*'((?:@[\w-]+\/)?\w[\w.-]*)[^'\s]*'/g,
  );
  return [...specifiers].flatMap(([, name = '']) => (name === 'node' ? [] : [name]));
}

describe('the packages of the program', () => {
  it('are found wherever they are loaded', () => {
    expect(loadedBy("import { a } from '@slack/bolt/dist/a.js';")).toEqual(['@slack/bolt']);
    expect(loadedBy("const { a } = await import('ws');\nrequire('diff');")).toEqual(['ws', 'diff']);
    expect(loadedBy("import type {\n  A,\n} from 'mdast';\nimport 'node:fs';\nimport './b.ts';")).toEqual([]);
  });

  it('are all there without those that are for development only', () => {
    const files = globSync(['src/**/*.{ts,mjs}', 'adapters/**/*.{ts,js}']);
    const strays = files.flatMap((file) =>
      loadedBy(readFileSync(file, 'utf8')).flatMap((name) =>
        name in dependencies ? [] : [`${file} loads ${name}`],
      ),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(strays).toEqual([]);
  });

  it('are installed in the image, and no test’s', () => {
    const installed = installedPackages();
    expect(Object.keys(dependencies).filter((name) => !installed.includes(name))).toEqual([]);
    expect(installed).not.toContain('vitest');
  });
});
