import type { Adapter } from '../chat/adapter.ts';
import type { Chat } from '../chat/chat.ts';
import type { Clock } from '../ops/clock.ts';
import type { Routes } from '../ops/http-server.ts';
import type { Log } from '../ops/log.ts';

/** What a platform's adapter is started with. */
export interface PlatformParts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly chat: Chat;
  readonly log: Log;
  readonly clock: Clock;
}

/** An adapter running; one that is reached over HTTP brings its routes. */
export interface RunningPlatform extends Adapter {
  readonly routes?: readonly Routes[];
}

/**
 * Starts a platform from the environment; one without its settings is running, and off.
 * @throws {StartFailure} when its settings cannot work
 */
export type StartPlatform = (parts: PlatformParts) => Promise<RunningPlatform>;
