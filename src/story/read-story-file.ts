import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Problem } from './article.ts';
import { LARGEST_PAGE, tooLarge } from './decode-text.ts';
import { type Parsed, parseArticle } from './parse-article.ts';
import { fault } from './problem.ts';

/** What a story may be written in. */
const KINDS = ['.md', '.txt', '.html', '.htm'];

/** Whether a file in the stories folder is a story: not the folder's README, nothing hidden. */
export function isStoryFile(name: string): boolean {
  return KINDS.includes(extname(name).toLowerCase()) && !/^(?:\.|readme\.)/i.test(name);
}

/**
 * Reads and parses a story's file. A file that is missing, cannot be read or is too large is a problem; the
 * size is looked at before the file is.
 * @param shown how to name the file in problems, when not by `path`
 */
export function readStoryFile(path: string, shown: string = path): Parsed {
  const read = readBytes(path, shown);
  return 'problem' in read
    ? { article: undefined, problems: [read.problem] }
    : parseArticle(read.bytes, { file: shown });
}

/** The bytes of a story's file, or why there are none. */
export function readBytes(path: string, shown: string): { bytes: Uint8Array } | { problem: Problem } {
  try {
    const stats = statSync(path);
    if (stats.isDirectory())
      return { problem: fault(shown, 0, 'this is a folder', 'name a story file in it') };
    if (!stats.isFile()) return { problem: fault(shown, 0, 'this is not a file', 'name a story file') };
    if (stats.size > LARGEST_PAGE) return { problem: tooLarge(shown, stats.size) };
    return { bytes: readFileSync(path) };
  } catch (error) {
    return { problem: unreadable(shown, error) };
  }
}

function unreadable(shown: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fault(shown, 0, 'there is no such file', 'check its path');
  if (code === 'EACCES' || code === 'EPERM')
    return fault(shown, 0, 'the file may not be read', 'give this user permission to read it');
  return fault(
    shown,
    0,
    `the file cannot be read (${code || 'unknown reason'})`,
    'check the disk and the path',
  );
}
