import type { Readable, Writable } from 'node:stream';

/** The ends of a terminal and the clock. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Ends a talk from outside. */
  readonly leave?: AbortSignal;
}
