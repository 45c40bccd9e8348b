import type { Adapter } from '../chat/adapter.ts';
import type { Chat } from '../chat/chat.ts';
import type { Courier } from '../chat/courier.ts';
import type { DigestDesk } from '../chat/digest-desk.ts';
import type { Keep } from '../chat/keep.ts';
import type { Clock } from '../ops/clock.ts';
import type { Routes } from '../ops/http-server.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a platform's adapter is started with. */
export interface PlatformParts {
  readonly env: Environment;
  readonly chat: Chat;
  /** Forms, pickers and forgetting, of which the adapter asks the digests itself; absent where none are sent. */
  readonly digests?: DigestDesk;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** What it keeps over restarts; in its own memory without. */
  readonly keep?: Keep;
}

/** An adapter running. */
export interface RunningPlatform extends Adapter {
  /** Of one that is reached over HTTP: it does not work where the service's server does not. */
  readonly routes?: readonly Routes[];
  /** Of one that digests can be sent to. */
  readonly courier?: Courier;
}

/**
 * Starts a platform from the environment.
 * @throws {StartFailure} when it cannot work as it is set up
 */
export type StartPlatform = (parts: PlatformParts) => Promise<RunningPlatform>;

/** Whether a platform is switched on by its settings, or what is wrong with them, a line a setting. */
export type PlatformSettings = { readonly isOn: boolean } | { readonly problems: readonly string[] };

/** A platform there is; its code is loaded when it is switched on. */
export interface Platform {
  /** Reads its settings; costs next to nothing. */
  readonly settings: (env: Environment) => Promise<PlatformSettings>;
  readonly load: () => Promise<StartPlatform>;
}

/** Every platform there is, by its name. */
export type Platforms = Readonly<Record<string, Platform>>;
