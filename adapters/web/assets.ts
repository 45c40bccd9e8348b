import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Packed } from './packed.ts';

/** The page's own files, under addresses that change with their content. */
export interface Assets {
  readonly style: string;
  readonly previewStyle: string;
  readonly script: string;
  readonly icon: string;
  /** The file of that name, or `undefined` when it is none of ours. */
  file(name: string): Packed | undefined;
}

const FILES = {
  style: { file: 'page.css', type: 'text/css; charset=utf-8' },
  previewStyle: { file: 'preview.css', type: 'text/css; charset=utf-8' },
  script: { file: 'talk.js', type: 'text/javascript; charset=utf-8' },
  icon: { file: 'icon.svg', type: 'image/svg+xml' },
} as const;

/** Reads the files, once. */
export function loadAssets(): Assets {
  const byName = new Map<string, Packed>();
  const add = ({ file, type }: { file: string; type: string }): string => {
    const plain = readFileSync(new URL(`assets/${file}`, import.meta.url));
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
    const name = file.replace('.', `.${hash}.`);
    byName.set(name, new Packed(plain, type));
    return `/assets/${name}`;
  };
  return {
    style: add(FILES.style),
    previewStyle: add(FILES.previewStyle),
    script: add(FILES.script),
    icon: add(FILES.icon),
    file: (name) => byName.get(name),
  };
}
