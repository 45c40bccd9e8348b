import type { REST } from 'discord.js';
import type { Chat } from '../../src/chat/chat.ts';
import type { Cooldown } from '../../src/chat/cooldown.ts';
import type { DigestDesk } from '../../src/chat/digest-desk.ts';
import type { Recent } from '../../src/chat/recent.ts';
import type { ConversationKey } from '../../src/chat/request.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import type { Running } from './running.ts';

/** Forms, pickers, and forgetting: whatever else is asked of the digests goes through the chat. */
export type DigestDoor = Pick<DigestDesk, 'form' | 'summaries' | 'zones' | 'forget'>;

/** What the handlers of events work with. */
export interface Bot {
  readonly chat: Chat;
  /** What the adapter asks of the digests itself; absent where none are sent. */
  readonly digests: DigestDoor | undefined;
  readonly rest: REST;
  readonly log: Log;
  readonly clock: Clock;
  readonly cooldown: Cooldown;
  readonly running: Running;
  /** Messages and interactions taken: a resumed connection may bring one twice. */
  readonly taken: Recent<string, true>;
  /** Which conversation a question, an interaction or a message of the bot's belongs to. */
  readonly chains: Recent<string, ConversationKey>;
  /** Answers that an edited question changes. */
  readonly answered: Recent<string, AnsweredMention>;
  /** Who was told lately that the bot may not speak in a channel. */
  readonly toldWhy: Recent<string, number>;
  readonly greeted: Greeted;
  /** Deletes everything of a server that the bot was taken out of. */
  readonly forgetServer?: (guildId: string) => Promise<void>;
  readonly memberships?: Memberships;
}

/** The servers that the bot is in, kept over restarts. */
export interface Memberships {
  /** Servers in which this account was seen and that were not forgotten since. */
  of(account: string): Promise<readonly string[]>;
  note(account: string, guildIds: readonly string[]): Promise<void>;
}

/** Servers that have had their greeting; the storage behind it decides how long that is known. */
export interface Greeted {
  /** Notes the greeting. @returns whether there was none before */
  first(guildId: string): boolean | Promise<boolean>;
}

/** A mention that was answered, for as long as an edit of it may change the answer. */
export interface AnsweredMention {
  /** Of the words answered last; the words themselves are not kept. */
  digest: string;
  edits: number;
  /** The bot's messages, in order, once they are there; empty when it could not post. */
  parts: Promise<readonly string[]>;
}
