import type { Chat } from './chat.ts';
import type { Reply } from './reply.ts';

/** How much of one of a platform's limits a message uses. */
export interface Count {
  /** What is counted, in words. */
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** Something to press under a message. */
export interface ButtonPreview {
  readonly label: string;
  /** Words that stand beside the button and not on it. */
  readonly beside?: string;
}

/** One message as a platform would be sent it. */
export interface MessagePreview {
  /** The exact body, without what only a destination adds: where it goes, what it answers, its nonce. */
  readonly body: object;
  readonly rows: readonly (readonly ButtonPreview[])[];
  readonly counts: readonly Count[];
}

/**
 * The messages that a reply becomes on a platform, in the order they are sent: made by the functions that make
 * them for sending. Each adapter of a platform brings one; it needs neither a token nor a connection.
 */
export type PreviewReply = (reply: Reply, encoder: Pick<Chat, 'encode'>) => readonly MessagePreview[];

/** What can be previewed of a platform: replies are sent by its bot, digests by its courier. */
export interface PlatformPreviews {
  readonly reply: PreviewReply;
  readonly digest: PreviewReply;
}

/** The platforms whose messages can be previewed, in the order they are shown. */
export const PREVIEWED = ['discord', 'slack'] as const;
export type Previews = Readonly<Record<(typeof PREVIEWED)[number], PlatformPreviews>>;
