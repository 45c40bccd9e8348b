import type { Conversation, ConversationLimits } from './conversation.ts';
import type { Asker, ConversationKey } from './request.ts';

type Platform = Asker['platform'];

/** A conversation, and who spoke in it last, as `askerId` names them. */
export type Held = Conversation & { readonly touchedBy: string };

/** The conversations of one process, within limits: the longest unused go first. */
export class HeldConversations {
  /** Each platform's in order of last use, the longest unused first. */
  readonly #platforms = new Map<Platform, Map<ConversationKey, Held>>();
  readonly #limits: ConversationLimits;

  constructor(limits: ConversationLimits) {
    this.#limits = limits;
  }

  /** How many there are, expired ones not yet let go included. */
  get size(): number {
    return [...this.#platforms.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** A platform's, as they are now. */
  all(platform: Platform): readonly (readonly [ConversationKey, Held])[] {
    return [...this.#of(platform)];
  }

  get(platform: Platform, key: ConversationKey): Held | undefined {
    return this.#of(platform).get(key);
  }

  delete(platform: Platform, key: ConversationKey): void {
    this.#of(platform).delete(key);
  }

  /** Keeps it where it is, in the order of use. */
  set(platform: Platform, key: ConversationKey, held: Held): void {
    this.#of(platform).set(key, held);
  }

  /** Keeps it as the one used last, and lets go of what is beyond the limits by then. */
  use(platform: Platform, key: ConversationKey, held: Held): void {
    const own = this.#of(platform);
    own.delete(key);
    own.set(key, held);
    this.#dropExpired(held.touchedAt - this.#limits.keptFor);
    const { conversations, apart = {} } = this.#limits;
    while (own.size > (apart[platform] ?? conversations)) dropFirst(own);
    while (this.size > conversations) dropFirst(this.#longestUnused(own));
  }

  #of(platform: Platform): Map<ConversationKey, Held> {
    const found = this.#platforms.get(platform) ?? new Map<ConversationKey, Held>();
    this.#platforms.set(platform, found);
    return found;
  }

  #dropExpired(since: number): void {
    for (const own of this.#platforms.values()) {
      for (const [key, { touchedAt }] of own) {
        if (touchedAt > since) break;
        own.delete(key);
      }
    }
  }

  /** The platform's whose first was used longest ago. @param otherwise when none has any */
  #longestUnused(otherwise: Map<ConversationKey, Held>): Map<ConversationKey, Held> {
    const firsts = [...this.#platforms.values()].flatMap((own) => {
      const [first] = own.values();
      return first ? [{ own, touchedAt: first.touchedAt }] : [];
    });
    const [longest] = firsts.toSorted((a, b) => a.touchedAt - b.touchedAt);
    return longest?.own ?? otherwise;
  }
}

function dropFirst(own: Map<ConversationKey, Held>): void {
  const [first] = own.keys();
  if (first !== undefined) own.delete(first);
}
