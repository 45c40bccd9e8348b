import { fstatSync } from 'node:fs';

/** What stdin is good for when the service starts. */
export type Stdin = 'terminal' | 'piped' | 'none';

/**
 * What the service does with stdin: a terminal is talked to, a pipe or file is answered line by line; a
 * closed one, `/dev/null`, `--no-chat` or a platform token mean that it is never read.
 */
export function stdinUse(options: {
  readonly isTTY: boolean;
  readonly noChat: boolean;
  readonly tokenSet: boolean;
}): Stdin {
  if (options.noChat || options.tokenSet) return 'none';
  if (options.isTTY) return 'terminal';
  return isReadable() ? 'piped' : 'none';
}

/** `/dev/null` and a closed stdin (which Node replaces by it) are character devices that are no terminal. */
function isReadable(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}
