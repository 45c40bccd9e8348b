import type { Courier } from './courier.ts';

/**
 * One platform the bot speaks on, running. Starting one is a function of the adapter
 * (`startDiscord`, `startSlack`, …) that rejects with a `StartFailure` when it can never come up.
 */
export interface Adapter {
  /** As in settings, logs and readiness: `discord`, `slack`. */
  readonly name: string;
  state(): AdapterState;
  /** Takes no more work, finishes what is running (at most 10 s), closes its sockets. Never rejects. */
  stop(): Promise<void>;
  /** Carries digests there; absent where none can be sent, or the adapter is off. */
  readonly courier?: Courier;
}

export type AdapterState =
  /** No token given, or stopped. */
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'up' }
  /** Works in part, or is trying to come back; `failed` will not come back by itself. */
  | { readonly kind: 'degraded' | 'failed'; readonly reason: string };

/** Why an adapter cannot start, as a sentence for the operator that names the setting to mend. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
