import type { EventEmitter } from 'node:events';
import type { BodyKind } from './check-body.ts';
import type { Gateway } from './gateway.ts';
import type { StoredInteraction, StoredMessage, World } from './world.ts';

/** What happened at the double, for whoever waits for it. */
export interface Happenings {
  message: [StoredMessage];
  edited: [StoredMessage];
  interaction: [StoredInteraction];
  commands: [];
}

/** What a route works on. */
export interface Discord {
  readonly world: World;
  readonly gateway: Gateway;
  readonly happenings: EventEmitter<Happenings>;
  /** Milliseconds an interaction waits for its first response. */
  readonly deadlineMs: number;
  readonly shards: number;
  readonly url: { readonly gateway: string };
}

export interface RestCall {
  /** The parts of the path that the pattern names, in order. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** One method and path; `:` in the pattern stands for a part that is handed over. */
export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Interaction callbacks and webhooks are known by their token, everything else by the bot's. */
  readonly open?: boolean;
  /** What the body is checked as, before the handler sees it. */
  readonly kind?: BodyKind | ((body: unknown) => BodyKind);
  handle(call: RestCall, discord: Discord): RestAnswer;
}

/** The answer to a call that went well. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

export const NO_CONTENT: RestAnswer = { status: 204 };
