import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each part of the house may import besides itself and packages. Data flows one way: up this table. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/language': [],
  'src/ops': [],
  'src/story': ['src/language', 'src/ops'],
  'src/briefing': ['src/language', 'src/story'],
  'src/answering': ['src/language', 'src/story'],
  // It implements what the chat wants remembered; the chat does not know by whom.
  'src/store': ['src/ops', 'src/story', 'src/chat'],
  'src/chat': ['src/language', 'src/ops', 'src/story', 'src/briefing', 'src/answering'],
  'src/digest': ['src/language', 'src/ops', 'src/story', 'src/briefing', 'src/chat', 'src/store'],
  'src/cli': [
    'src/ops',
    'src/story',
    'src/briefing',
    'src/answering',
    'src/chat',
    'src/digest',
    'src/store',
    'src/main.ts',
  ],
  adapters: ['src/chat', 'src/ops'],
};
/** The two front doors: they put the parts together, adapters only lazily. */
const DOORS = ['src/cli.ts', 'src/main.ts'];
/** Packages that are wrapped once, and the part that wraps them. */
const WRAPPED: Readonly<Record<string, string>> = {
  natural: 'src/language',
  'chrono-node': 'src/language',
  'wink-nlp': 'src/language',
  'wink-eng-lite-web-model': 'src/language',
  pg: 'src/store',
  'discord.js': 'adapters/discord',
  '@slack/bolt': 'adapters/slack',
  '@slack/oauth': 'adapters/slack',
  '@slack/socket-mode': 'adapters/slack',
  '@slack/web-api': 'adapters/slack',
};

interface Import {
  readonly from: string;
  /** A file of ours, from the root, or a package's specifier. */
  readonly to: string;
  readonly lazy: boolean;
}

const files = globSync(['src/**/*.ts', 'adapters/**/*.ts']).map((file) => file.split(sep).join('/'));
const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(/\b(?:from|import|require)(\s*\()?\s*'([^']+)'/g)].map(
    ([, call, specifier = '']) => {
      const ours = specifier.startsWith('.');
      const to = ours
        ? normalize(join(dirname(from), specifier))
            .split(sep)
            .join('/')
        : specifier;
      return { from, to, lazy: call !== undefined };
    },
  );
}

/** `src/story` of `src/story/slug.ts`, `adapters/slack` of a file there, the file itself when it stands alone. */
function partOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function isOurs({ to }: Import): boolean {
  return to.startsWith('src/') || to.startsWith('adapters/');
}

function isAllowed({ from, to }: Import): boolean {
  const [here, there] = [partOf(from), partOf(to)];
  if (here === there) return true;
  const allowed = MAY_IMPORT[here] ?? (here.startsWith('adapters/') ? MAY_IMPORT['adapters'] : undefined);
  return allowed?.includes(there) ?? false;
}

const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('who may import whom', () => {
  it('reads the imports it judges', () => {
    expect(importsOf('src/story/a.ts', "import { b } from '../chat/b.ts';").map(isAllowed)).toEqual([false]);
    expect(importsOf('adapters/web/a.ts', "await import('../slack/b.ts');").map(isAllowed)).toEqual([false]);
    expect(importsOf('src/chat/a.ts', "import '../story/b.ts';").map(isAllowed)).toEqual([true]);
    expect(imports.filter(isOurs).length).toBeGreaterThan(files.length / 2);
  });

  it('lets data flow one way only', () => {
    const wrong = imports.filter((one) => isOurs(one) && !DOORS.includes(one.from) && !isAllowed(one));
    expect(wrong.map(shown)).toEqual([]);
  });

  it('loads adapters lazily at the front doors', () => {
    const eager = imports.filter(
      ({ from, to, lazy }) => DOORS.includes(from) && to.startsWith('adapters/') && !lazy,
    );
    expect(eager.map(shown)).toEqual([]);
  });

  it('wraps each large package in one part', () => {
    const strays = imports.filter(({ from, to }) =>
      Object.entries(WRAPPED).some(
        ([name, home]) => (to === name || to.startsWith(`${name}/`)) && partOf(from) !== home,
      ),
    );
    expect(strays.map(shown)).toEqual([]);
  });

  it('takes natural by sub-path only', () => {
    expect(imports.filter(({ to }) => to === 'natural').map(shown)).toEqual([]);
  });
});
