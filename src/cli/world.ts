import type { Readable, Writable } from 'node:stream';
import type { Chat } from '../chat/chat.ts';
import type { Reply } from '../chat/reply.ts';

/** What a command has around it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin: where the person is, also when npm runs us from the project's folder. */
  readonly folder: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Loads the terminal adapter, which most commands do without. */
  terminal(): Promise<TerminalAdapter>;
}

/** What commands need of the terminal adapter. */
export interface TerminalAdapter {
  /** Talks until the person leaves, or `leave` says so. */
  talk(chat: Chat, world: World & { readonly leave?: AbortSignal }): Promise<void>;
  /** Answers each line until the input ends. */
  answerLines(chat: Chat, world: World): Promise<void>;
  /** A reply as text for this output. */
  print(reply: Reply, world: World): string;
}

/** One of the command's verbs. Resolves to the exit code; throws a `Failure` when it cannot do it at all. */
export type Verb = (args: readonly string[], world: World) => Promise<number>;

/** Writes, and waits for a slow reader rather than filling the memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text) && !stream.destroyed) {
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve);
      stream.once('close', resolve);
    });
  }
}
