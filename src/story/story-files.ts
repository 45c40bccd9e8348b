import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Problem } from './article.ts';
import { parseArticle } from './parse-article.ts';
import { fault } from './problem.ts';
import { isStoryFile, readBytes } from './read-story-file.ts';

/** What is known of one file of the stories folder. */
export interface StoryFile {
  readonly name: string;
  /** Size and times: while they are the same, the file is not read again. */
  readonly signature: string;
  /** The last content that could be used. */
  readonly content?: { readonly article: Article; readonly hash: string; readonly bytes: Uint8Array };
  /** What is wrong with the file as it is now. */
  readonly problems: readonly Problem[];
  /** It was gone at the last look: editors take a file away for a moment when they save. */
  readonly missing?: true;
}

/** A clock that is wrong by more must not keep a file from ever being read. */
const JUST_NOW_MS = 60_000;

/** The stories folder as it was last seen. Kept apart from what is made of it: this part touches the disk. */
export interface FolderState {
  readonly files: ReadonlyMap<string, StoryFile>;
  readonly problems: readonly Problem[];
}

/**
 * Looks at a folder again: reads the files that changed since `before`, keeps the last good content of one that
 * cannot be used now, and forgets the files that are gone.
 * @param settled epoch milliseconds: leave alone what was changed after it, which may still be being written, and
 *   forget a missing file only at the second look; undefined takes the folder as it is
 */
export function readFolder(folder: string, before: FolderState, settled: number | undefined): FolderState {
  let names: string[];
  try {
    names = readdirSync(folder).filter(isStoryFile).sort();
  } catch {
    return {
      ...before,
      problems: [fault(folder, 0, 'the stories folder cannot be read', 'create it, or name another')],
    };
  }
  const files = new Map<string, StoryFile>();
  for (const name of new Set([...names, ...before.files.keys()])) {
    const known = before.files.get(name);
    const file = names.includes(name) ? readAgain(folder, name, known, settled) : goneFile(known, settled);
    if (file) files.set(name, file);
  }
  return { files, problems: [] };
}

function goneFile(known: StoryFile | undefined, settled: number | undefined): StoryFile | undefined {
  return known && settled !== undefined && !known.missing ? { ...known, missing: true } : undefined;
}

function readAgain(
  folder: string,
  name: string,
  known: StoryFile | undefined,
  settled: number | undefined,
): StoryFile | undefined {
  const path = join(folder, name);
  const seen = signatureOf(path);
  if (seen === undefined) return goneFile(known, settled);
  const { missing: _missing, ...still } = known ?? { missing: undefined };
  if (known && seen.signature === known.signature) return { ...known, ...still };
  if (settled !== undefined && seen.changedAt > settled && seen.changedAt < settled + JUST_NOW_MS)
    return known;
  const read = readBytes(path, path);
  if ('problem' in read) return { name, ...kept(known), signature: seen.signature, problems: [read.problem] };
  const { article, problems } = parseArticle(read.bytes, { file: path });
  const hash = createHash('sha256').update(read.bytes).digest('hex');
  const content = article ? { content: { article, hash, bytes: read.bytes } } : kept(known);
  // Written while it was read: the next look reads it again.
  const signature = signatureOf(path)?.signature === seen.signature ? seen.signature : '';
  return { name, ...content, signature, problems };
}

const kept = (known: StoryFile | undefined): Pick<StoryFile, 'content'> =>
  known?.content ? { content: known.content } : {};

function signatureOf(path: string): { signature: string; changedAt: number } | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return { signature: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changedAt: mtimeMs };
  } catch {
    return undefined;
  }
}
