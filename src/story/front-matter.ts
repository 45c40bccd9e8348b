import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem, Published, Slug } from './article.ts';
import { fault, warning } from './problem.ts';
import { parsePublished } from './published.ts';
import { parseSlug } from './slug.ts';

/** What a story's front matter says, each part checked; the parts that could not be read are left out. */
export interface FrontMatter {
  readonly title?: string;
  readonly slug?: Slug;
  readonly standfirst?: string;
  readonly source?: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: Published;
  readonly publishedNote?: string;
  readonly licence?: string;
  readonly corrections: readonly string[];
}

export interface SplitStory {
  /** The YAML between the marks; undefined when the file has none. */
  readonly yaml?: string;
  /** The line of the file the YAML begins on. */
  readonly yamlLine: number;
  /** Where the body begins in the raw text. */
  readonly bodyStart: number;
  /** The front matter was opened and never closed: then everything is body. */
  readonly unclosed: boolean;
}

const KEYS = [
  'title',
  'slug',
  'standfirst',
  'source',
  'url',
  'author',
  'published',
  'published_note',
  'licence',
  'corrections',
];
const OTHER_NAMES = new Map([
  ['headline', 'title'],
  ['license', 'licence'],
  ['date', 'published'],
  ['byline', 'author'],
  ['authors', 'author'],
  ['summary', 'standfirst'],
  ['description', 'standfirst'],
  ['subtitle', 'standfirst'],
  ['link', 'url'],
  ['publisher', 'source'],
  ['correction', 'corrections'],
]);

/** Finds the front matter: YAML between a first line of `---` and the next such line. */
export function splitFrontMatter(raw: string): SplitStory {
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(raw);
  const bare: SplitStory = { yamlLine: 1, bodyStart: raw.startsWith('\uFEFF') ? 1 : 0, unclosed: false };
  if (!opening) return bare;
  const from = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$(?![\s\S]))/m.exec(raw.slice(from));
  if (!closing) return { ...bare, unclosed: /^[ \t]*[\w-]+[ \t]*:/.test(raw.slice(from)) };
  return {
    yaml: raw.slice(from, from + closing.index),
    yamlLine: 2,
    bodyStart: from + closing.index + closing[0].length,
    unclosed: false,
  };
}

/**
 * Reads front matter. Broken YAML and an unusable slug are errors; an unknown key, an unreadable date or an
 * address that is not http(s) are warnings and what they say is left out.
 */
export function readFrontMatter(
  yaml: string,
  yamlLine: number,
  file: string,
): { frontMatter: FrontMatter; problems: Problem[] } {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const at = (node: unknown): number => {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? yamlLine : lines.linePos(start).line + yamlLine - 1;
  };
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  for (const error of document.errors.slice(0, 1)) {
    const line = lines.linePos(error.pos[0]).line + yamlLine - 1;
    problems.push(fault(file, line, `the front matter is not YAML (${plainReason(error.message)})`, QUOTE));
  }
  if (problems.length > 0 || document.contents === null)
    return { frontMatter: { corrections: [] }, problems };
  if (!isMap(document.contents)) {
    problems.push(
      fault(file, yamlLine, 'the front matter is not a list of keys', 'write each as "key: value"'),
    );
    return { frontMatter: { corrections: [] }, problems };
  }
  const values = new Map<string, { text: string; items: string[]; line: number }>();
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = at(key);
    const items = readItems(value);
    if (!KEYS.includes(name)) problems.push(unknownKey(file, line, name));
    else if (items === undefined || (items.length > 1 && name !== 'corrections'))
      problems.push(warning(file, line, `${name} is not plain text`, `write it on one line: "${name}: …"`));
    else values.set(name, { text: items[0] ?? '', items, line });
  }
  return { frontMatter: checkValues(values, file, problems), problems };
}

const QUOTE = 'put a value that holds a colon or begins with a mark between quote marks';

function checkValues(
  values: ReadonlyMap<string, { text: string; items: string[]; line: number }>,
  file: string,
  problems: Problem[],
): FrontMatter {
  const text = (name: string): string | undefined => values.get(name)?.text || undefined;
  const line = (name: string): number => values.get(name)?.line ?? 0;
  const slug = text('slug');
  const url = text('url');
  const published = text('published');
  const fields = {
    title: text('title'),
    slug: slug === undefined ? undefined : parseSlug(slug),
    standfirst: text('standfirst'),
    source: text('source'),
    url: url === undefined ? undefined : webAddress(url),
    author: text('author'),
    published: published === undefined ? undefined : parsePublished(published),
    publishedNote: text('published_note'),
    licence: text('licence'),
  };
  if (slug !== undefined && fields.slug === undefined) {
    const remedy = 'use lower-case letters, digits and hyphens, at most 80';
    problems.push(fault(file, line('slug'), `"${brief(slug)}" cannot be a slug`, remedy));
  }
  if (url !== undefined && fields.url === undefined)
    problems.push(
      warning(file, line('url'), `"${brief(url)}" is not a web address`, 'begin it with https://'),
    );
  if (published !== undefined && fields.published === undefined) {
    const remedy = 'write it as 2022-01-20 or 2022-01-20T14:30:00Z';
    problems.push(warning(file, line('published'), `the date "${brief(published)}" cannot be read`, remedy));
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...known, corrections: (values.get('corrections')?.items ?? []).filter(Boolean) };
}

/** A scalar as one text, a list as its texts; undefined for anything else. */
function readItems(value: unknown): string[] | undefined {
  if (value === null) return [];
  if (isScalar(value)) return [oneLine(value.value)];
  if (!isSeq(value)) return undefined;
  const items = value.items.map((item) => (isScalar(item) ? oneLine(item.value) : undefined));
  return items.every((item) => item !== undefined) ? items : undefined;
}

const oneLine = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

function unknownKey(file: string, line: number, name: string): Problem {
  const meant = OTHER_NAMES.get(name.toLowerCase()) ?? KEYS.find((key) => key === name.toLowerCase());
  const remedy = meant ? `write ${meant}` : `remove it, or use one of ${KEYS.join(', ')}`;
  return warning(file, line, `unknown key "${brief(name)}" in the front matter`, remedy);
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const plainReason = (message: string): string => brief(message.split('\n')[0] ?? '').replace(/\.$/, '');
