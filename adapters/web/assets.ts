import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

interface Asset {
  readonly type: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly gzip: Buffer<ArrayBuffer>;
  readonly brotli: Buffer<ArrayBuffer>;
}

/** The page's own files, under addresses that change with their content. */
export interface Assets {
  readonly style: string;
  readonly previewStyle: string;
  readonly script: string;
  readonly icon: string;
  /** The file of that name, or `undefined` when it is none of ours. */
  serve(context: Context, name: string): Response | undefined;
}

const FILES = {
  style: { file: 'page.css', type: 'text/css; charset=utf-8' },
  previewStyle: { file: 'preview.css', type: 'text/css; charset=utf-8' },
  script: { file: 'talk.js', type: 'text/javascript; charset=utf-8' },
  icon: { file: 'icon.svg', type: 'image/svg+xml' },
} as const;

/** Reads and compresses the files, once. */
export function loadAssets(): Assets {
  const byName = new Map<string, Asset>();
  const add = ({ file, type }: { file: string; type: string }): string => {
    const plain = readFileSync(new URL(`assets/${file}`, import.meta.url));
    const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
    const name = file.replace('.', `.${hash}.`);
    byName.set(name, { type, plain, gzip: gzipSync(plain), brotli: brotliCompressSync(plain) });
    return `/assets/${name}`;
  };
  return {
    style: add(FILES.style),
    previewStyle: add(FILES.previewStyle),
    script: add(FILES.script),
    icon: add(FILES.icon),
    serve(context, name) {
      const asset = byName.get(name);
      if (asset === undefined) return undefined;
      const accepted = context.req.header('accept-encoding') ?? '';
      const encoding = (['br', 'gzip'] as const).find((each) => accepted.includes(each));
      const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain;
      return context.body(body, 200, {
        'content-type': asset.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        ...(encoding && { 'content-encoding': encoding }),
      });
    },
  };
}
