import { basename, extname } from 'node:path';
import type { Slug } from './article.ts';

const LONGEST = 80;

/** Reads a slug: lower-case letters, digits and single hyphens between them, at most 80. Undefined when it is not one. */
export function parseSlug(text: string): Slug | undefined {
  return text.length <= LONGEST && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? (text as Slug) : undefined;
}

/** The slug a file's name gives: "Kyiv talks, day 2.md" is `kyiv-talks-day-2`; `story` when nothing of it is left. */
export function slugOfFile(file: string): Slug {
  const name = basename(file, extname(file)).normalize('NFKD').toLowerCase();
  const plain = name.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-');
  const cut = plain.slice(0, LONGEST).replace(/^-|-$/g, '');
  return (cut === '' ? 'story' : cut.replace(/-$/, '')) as Slug;
}
