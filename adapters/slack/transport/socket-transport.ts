import type { App, Receiver } from '@slack/bolt';
import type { SocketModeClient } from '@slack/socket-mode';
import type { AdapterState } from '../../../src/chat/adapter.ts';
import type { Log } from '../../../src/ops/log.ts';
import type { Intake } from './intake.ts';
import { SocketLink } from './socket-link.ts';
import type { SocketTiming } from './socket-timing.ts';

export interface SocketTransportOptions {
  readonly makeClient: () => SocketModeClient;
  readonly intake: Intake;
  readonly log: Log;
  readonly timing: SocketTiming;
}

/** Why Slack will not open a socket, however often it is asked. */
const HOPELESS: ReadonlyMap<string, string> = new Map([
  [
    'invalid_auth',
    'Slack does not know SLACK_APP_TOKEN: make an app-level token with the scope connections:write',
  ],
  ['not_authed', 'SLACK_APP_TOKEN is empty: make an app-level token with the scope connections:write'],
  ['token_revoked', 'SLACK_APP_TOKEN was revoked: make a new app-level token'],
  ['not_allowed_token_type', 'SLACK_APP_TOKEN is no app-level token: it begins with xapp-'],
  ['missing_scope', 'SLACK_APP_TOKEN lacks the scope connections:write'],
  ['account_inactive', 'the app or its workspace is no longer active'],
  [
    'socket_mode_not_enabled',
    'Socket Mode is off in the app’s settings: switch it on, or set SLACK_SIGNING_SECRET instead',
  ],
]);

/**
 * Slack by Socket Mode, kept alive by us: Slack's client gives up for good on some errors, waits longer and
 * longer on others, and cannot tell a deaf socket from a quiet one. Here every connection is used once and
 * replaced: at Slack's request, when it closes, when it says no hello, when it is silent too long.
 */
export class SocketTransport implements Receiver {
  readonly #options: SocketTransportOptions;
  readonly #links = new Set<SocketLink>();
  #state: AdapterState = { kind: 'off' };
  #pause: NodeJS.Timeout | undefined;
  #failures = 0;
  #stopped = false;

  constructor(options: SocketTransportOptions) {
    this.#options = options;
  }

  init(app: App): void {
    this.#options.intake.init(app);
  }

  state(): AdapterState {
    return this.#state;
  }

  /** Begins to connect; resolves when connected or when that cannot succeed. */
  async start(): Promise<void> {
    this.#stopped = false;
    this.#state = { kind: 'connecting' };
    await this.#connect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#state = { kind: 'off' };
    clearTimeout(this.#pause);
    // What arrives now is not acknowledged, and so comes again once somebody listens.
    for (const link of this.#links) link.mute();
    await this.#options.intake.stop();
    await Promise.all([...this.#links].map((link) => link.close()));
  }

  async #connect(): Promise<void> {
    const { makeClient, intake, log, timing } = this.#options;
    const link = new SocketLink(makeClient(), {
      timing,
      accept: (payload) => intake.accept(payload),
      answer: (payload) => intake.answer(payload),
      log,
      onOver: (reason) => this.#replace(link, reason),
    });
    this.#links.add(link);
    try {
      await link.open();
    } catch (error) {
      this.#links.delete(link);
      void link.close();
      this.#retry(error);
      return;
    }
    if (this.#stopped) {
      this.#discard(link);
      return;
    }
    this.#failures = 0;
    this.#state = { kind: 'up' };
    log.info({}, 'connected to Slack by Socket Mode');
    // The old connections go only now: until here one of them could still bring something.
    for (const old of this.#links) if (old !== link) this.#discard(old);
  }

  #replace(link: SocketLink, reason: string): void {
    if (this.#stopped || !this.#links.has(link) || link.replaced) return;
    link.replaced = true;
    this.#options.log.info({ reason }, 'replacing the connection to Slack');
    if (!link.isOpen) {
      this.#discard(link);
      this.#state = { kind: 'degraded', reason: `reconnecting: ${reason}` };
    }
    void this.#connect();
  }

  #discard(link: SocketLink): void {
    this.#links.delete(link);
    void link.close();
  }

  #retry(error: unknown): void {
    if (this.#stopped) return;
    const code = errorCode(error);
    const { log, timing } = this.#options;
    const hopeless = HOPELESS.get(code);
    if (hopeless !== undefined) {
      this.#state = { kind: 'failed', reason: hopeless };
      log.error({ reason: hopeless }, 'cannot connect to Slack');
      return;
    }
    this.#state = { kind: 'degraded', reason: `cannot connect to Slack (${code}); trying again` };
    const pause = Math.min(timing.firstPause * 2 ** this.#failures, timing.longestPause);
    this.#failures += 1;
    log.warn({ code, pause }, 'cannot connect to Slack; trying again');
    this.#pause = setTimeout(() => void this.#connect(), pause * (0.75 + Math.random() / 2));
  }
}

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error ?? 'closed');
  const data: unknown = Reflect.get(error, 'data');
  const code: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'error') : undefined;
  return typeof code === 'string' ? code : error.message;
}
