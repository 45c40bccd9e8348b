import { randomUUID } from 'node:crypto';
import type { Reply } from '../../src/chat/reply.ts';

/** One question on the page and what it was answered. */
export interface Turn {
  /** Counts from 0 over the whole talk, also over turns that are not kept any more. */
  readonly number: number;
  readonly said: string;
  readonly reply: Reply;
}

/** Unguessable: whoever knows it can go on with the talk. */
export type TalkKey = string & { readonly __brand: 'TalkKey' };

interface Talk {
  readonly turns: readonly Turn[];
  /** Epoch milliseconds. */
  readonly touchedAt: number;
}

const TALKS = 1_000;
const TURNS = 10;
const KEPT_FOR = 24 * 3_600_000;

/** A key for a new talk: 122 random bits, which a UUID takes from a store of them where `randomBytes` asks each time. */
export function newTalkKey(): TalkKey {
  return Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url') as TalkKey;
}

/** The key a form carried, when it is one. */
export function parseTalkKey(text: string): TalkKey | undefined {
  return /^[\w-]{22}$/.test(text) ? (text as TalkKey) : undefined;
}

/** What was said on the page, for showing it again without scripts: in memory, for a day, within bounds. */
export class Talks {
  readonly #talks = new Map<TalkKey, Talk>();

  /** The last turns, oldest first. */
  turns(key: TalkKey, now: number): readonly Turn[] {
    const talk = this.#talks.get(key);
    return talk && now - talk.touchedAt < KEPT_FOR ? talk.turns : [];
  }

  add(key: TalkKey, turn: Turn, now: number): void {
    const turns = [...this.turns(key, now), turn].slice(-TURNS);
    this.#talks.delete(key);
    this.#talks.set(key, { turns, touchedAt: now });
    for (const [oldest, { touchedAt }] of this.#talks) {
      if (this.#talks.size <= TALKS && now - touchedAt < KEPT_FOR) break;
      this.#talks.delete(oldest);
    }
  }

  forget(key: TalkKey): void {
    this.#talks.delete(key);
  }
}
