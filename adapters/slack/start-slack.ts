import { setTimeout as delay } from 'node:timers/promises';
import type { WebClient, WebClientOptions } from '@slack/web-api';
import { type Adapter, type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { Cooldown, type Pace } from '../../src/chat/cooldown.ts';
import type { Courier } from '../../src/chat/courier.ts';
import type { DigestDesk } from '../../src/chat/digest-desk.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Routes } from '../../src/ops/http-server.ts';
import type { Log } from '../../src/ops/log.ts';
import { type Metrics, noMetrics } from '../../src/ops/metrics.ts';
import { timedCalls } from '../../src/ops/timed-calls.ts';
import { AnsweredMessages } from './answered-messages.ts';
import { boltLogger } from './bolt-logger.ts';
import { type ChannelSettings, MemoryChannelSettings } from './channel-settings.ts';
import { SlackCourier } from './digests/courier.ts';
import type { Workspace } from './install/authorizer.ts';
import { type InstallationRows, MemoryInstallationRows } from './install/installation-rows.ts';
import { type Installing, prepareInstall } from './install/prepare-install.ts';
import { forgetWorkspace } from './listeners/forget-workspace.ts';
import { Managers } from './managers.ts';
import { People } from './people.ts';
import { type KeptReplies, MemoryKeptReplies } from './posting/kept-replies.ts';
import type { Patience } from './posting/persist.ts';
import { Poster } from './posting/poster.ts';
import { Speaker } from './posting/speaker.ts';
import { MemorySeenRequests, type SeenRequests } from './seen-requests.ts';
import { createSlackApp } from './slack-app.ts';
import type { SlackBot } from './slack-bot.ts';
import { SlackHealth } from './slack-health.ts';
import type { SlackOn, SlackSettings } from './slack-settings.ts';
import { Intake } from './transport/intake.ts';
import { makeTransport, type SlackTransport } from './transport/make-transport.ts';
import { SOCKET_TIMING, type SocketTiming } from './transport/socket-timing.ts';
import type { Workspaces } from './workspaces.ts';

/** What Slack's side keeps; whatever is not given lives in memory. */
export interface SlackStores {
  readonly seen?: SeenRequests;
  readonly installations?: InstallationRows;
  readonly kept?: KeptReplies;
  readonly settings?: ChannelSettings;
  readonly workspaces?: Workspaces;
}

/** How long things take; milliseconds. Tests are in more of a hurry. */
export interface SlackTiming {
  /** One request to Slack. */
  readonly request: number;
  /** The longest wait that Slack may ask for before a message is given up. */
  readonly longestWait: number;
  /** Finishing what is running when the service stops. */
  readonly stop: number;
  readonly socket: SocketTiming;
  /** Slack's client asks for a sign of life three times in this time. */
  readonly ping: number;
}

export const SLACK_TIMING: SlackTiming = {
  request: 10_000,
  longestWait: 120_000,
  stop: 10_000,
  socket: SOCKET_TIMING,
  ping: 5000,
};

export interface SlackOptions {
  readonly settings: SlackSettings;
  readonly chat: Chat;
  readonly digests?: DigestDesk;
  readonly log: Log;
  readonly clock: Clock;
  /** Calls of Slack's are counted there. */
  readonly metrics?: Metrics;
  readonly stores?: SlackStores;
  readonly timing?: SlackTiming;
  /** How often one person may ask. */
  readonly pace?: Pace;
}

/** Slack, running; its routes belong into the service's own server. */
export interface SlackAdapter extends Adapter {
  readonly routes: readonly Routes[];
  /** Resolves when everything taken on so far is answered. */
  settled(): Promise<void>;
  /**
   * A client for a message that no request of Slack's brings about, such as a digest; its token is good now.
   * @throws when the app is not installed there
   */
  clientFor(workspace: Workspace): Promise<WebClient>;
}

/**
 * Starts the bot on Slack. Slack being out of reach is no failure: it goes on trying.
 * @throws {StartFailure} when the settings cannot work
 */
export async function startSlack(options: SlackOptions): Promise<SlackAdapter> {
  const { settings, log } = options;
  if (settings.kind === 'off') {
    log.info({}, 'Slack is off: no SLACK_BOT_TOKEN or SLACK_CLIENT_ID is set');
    return {
      name: 'slack',
      routes: [],
      state: () => ({ kind: 'off' }),
      settled: async () => {},
      clientFor: async () => {
        throw new StartFailure('Slack is off');
      },
      stop: async () => {},
    };
  }
  return new Running(options, settings).start();
}

class Running implements SlackAdapter {
  readonly name = 'slack';
  readonly routes: readonly Routes[];
  readonly courier: Courier;
  readonly #posting = new Set<Promise<unknown>>();
  readonly #settings: SlackOn;
  readonly #timing: SlackTiming;
  readonly #fetch: typeof fetch;
  readonly #health: SlackHealth;
  readonly #stopping = new AbortController();
  readonly #transport: SlackTransport;
  readonly #install: Installing;
  readonly #intake: Intake;
  readonly #bot: SlackBot;
  readonly #stores: SlackStores;
  #state: 'connecting' | 'running' | 'off' = 'connecting';

  constructor(options: SlackOptions, settings: SlackOn) {
    const { log, clock, metrics = noMetrics, stores = {}, timing = SLACK_TIMING } = options;
    this.#fetch = timedCalls('slack', metrics, globalThis.fetch);
    this.#settings = settings;
    this.#stores = stores;
    this.#timing = timing;
    this.#health = new SlackHealth(log);
    const clientOptions = clientOptionsFor(settings, timing, log, this.#fetch);
    this.#install = prepareInstall(settings, stores.installations ?? new MemoryInstallationRows(), {
      clientOptions,
      logger: boltLogger(log),
    });
    this.#intake = new Intake(stores.seen ?? new MemorySeenRequests(clock), log);
    this.#transport = makeTransport(settings, {
      intake: this.#intake,
      clock,
      log,
      timing,
      clientOptions,
    });
    this.routes = [...this.#transport.routes, ...this.#install.routes];
    this.courier = new SlackCourier({
      chat: options.chat,
      authorizer: this.#install.authorizer,
      clientOptions,
      isOn: () => this.#state === 'running' && this.#health.trouble?.kind !== 'failed',
      track: (work) => this.#track(work),
      onDead: (reason, workspace) => {
        this.#onDead(reason, workspace);
        return settings.install.kind === 'token';
      },
    });
    this.#bot = this.#makeBot(options);
    createSlackApp({
      bot: this.#bot,
      receiver: this.#transport.receiver,
      clientOptions,
      onGone: () => this.#lose('the app was removed from the workspace'),
      ...(stores.workspaces && { workspaces: stores.workspaces }),
    });
  }

  async start(): Promise<this> {
    if (this.#settings.install.kind === 'token') await this.#health.checkToken(this.#install.authorizer);
    await this.#transport.receiver.start();
    this.#state = 'running';
    return this;
  }

  state(): AdapterState {
    if (this.#state === 'off') return { kind: 'off' };
    if (this.#state === 'connecting') return { kind: 'connecting' };
    return this.#health.trouble ?? this.#transport.state();
  }

  settled(): Promise<void> {
    return this.#intake.settled();
  }

  clientFor(workspace: Workspace): Promise<WebClient> {
    return this.#install.authorizer.clientFor(workspace);
  }

  async stop(): Promise<void> {
    if (this.#state === 'off') return;
    this.#state = 'off';
    this.#health.stop();
    const drained = Promise.all([this.#transport.receiver.stop(), ...this.#posting]);
    await Promise.race([drained, delay(this.#timing.stop, undefined, { ref: false })]);
    // Whoever still waits for Slack's permission to try again waits no more.
    this.#stopping.abort();
    await Promise.race([drained, delay(1000, undefined, { ref: false })]);
  }

  #makeBot({ chat, digests, log, clock, stores = {}, pace }: SlackOptions): SlackBot {
    const { authorizer } = this.#install;
    const patience = this.#patience();
    const people = new People({ clock, log, patience });
    const settings = stores.settings ?? new MemoryChannelSettings();
    const kept = stores.kept ?? new MemoryKeptReplies(clock);
    const poster = new Poster({ log, patience, fetch: this.#fetch, timeout: this.#timing.request });
    return {
      chat,
      digests,
      people,
      clock,
      cooldown: new Cooldown(pace),
      log,
      patience,
      poster,
      kept,
      settings,
      authorizer,
      speaker: new Speaker({
        chat,
        poster,
        kept,
        log,
        onDead: (reason, workspace) => this.#onDead(reason, workspace),
      }),
      answered: new AnsweredMessages(clock),
      managers: new Managers({ settings, people, adminsOnly: this.#settings.adminsOnly }),
      seen: stores.seen ?? new MemorySeenRequests(clock),
    };
  }

  #track(work: Promise<unknown>): void {
    const done = work.finally(() => this.#posting.delete(done)).catch(() => {});
    this.#posting.add(done);
  }

  #onDead(reason: string, workspace: Workspace): void {
    // An expired token may have a successor; these two have none.
    const isOver = reason === 'token_revoked' || reason === 'account_inactive';
    // The operator may set another token; of an installation that is over Slack may have told while nobody listened.
    if (isOver && this.#settings.install.kind !== 'token') {
      const { workspaces } = this.#stores;
      const goings = { onGone: () => {}, ...(workspaces && { workspaces }) };
      this.#track(forgetWorkspace(this.#bot, workspace, goings));
    }
    this.#lose(`Slack refuses the token: ${reason}`);
  }

  /** One workspace lost is all there is with one token, and one of many otherwise. */
  #lose(reason: string): void {
    if (this.#settings.install.kind === 'token') {
      this.#health.die(`${reason}; install the app again and set SLACK_BOT_TOKEN`);
    }
  }

  #patience(): Patience {
    const { signal } = this.#stopping;
    return {
      attempts: 5,
      longestWait: this.#timing.longestWait,
      wait: (milliseconds) => delay(milliseconds, undefined, { signal }),
    };
  }
}

/** Slack's own client would repeat a message whose outcome it does not know; ours is told to leave that to us. */
function clientOptionsFor(
  settings: SlackOn,
  timing: SlackTiming,
  log: Log,
  request: typeof fetch,
): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timing.request,
    logger: boltLogger(log),
    fetch: request,
    ...(settings.apiUrl !== undefined && { slackApiUrl: settings.apiUrl }),
  };
}
