import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';

/** What the system says of a file, and what mends it. */
const REASONS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) =>
    existsSync(dirname(file))
      ? `${file} is not there`
      : `there is no folder ${dirname(file)}; make it, or name a file elsewhere`,
  ENOTDIR: (file) => `${dirname(file)} is no folder; name a file elsewhere`,
  EISDIR: (file) => `${file} is a folder; name a file`,
  EACCES: (file) => `${file} may not be used; give it to the user that runs this, or name a file elsewhere`,
  EPERM: (file) => `${file} may not be used; give it to the user that runs this, or name a file elsewhere`,
  EROFS: (file) => `${file} is on a disk that cannot be written; name a file elsewhere`,
  ENOSPC: (file) => `the disk under ${file} is full; make room on it, or name a file elsewhere`,
  EDQUOT: (file) => `the disk quota for ${file} is used up; make room, or name a file elsewhere`,
  EFBIG: (file) => `${file} would be larger than files may be; raise the limit, or name a file elsewhere`,
};

/**
 * Does something with a file that somebody named on the command line.
 * @throws {Failure} when the system does not let it: what is wrong with the file, and what mends it
 */
export async function withFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
    if (!reason) throw error;
    throw new Failure(1, `backstory: ${reason(file)}`);
  }
}
