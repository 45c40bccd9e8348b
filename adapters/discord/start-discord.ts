import type { Client, REST } from 'discord.js';
import { type Adapter, type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { Cooldown, type Pace } from '../../src/chat/cooldown.ts';
import type { Courier } from '../../src/chat/courier.ts';
import { Recent } from '../../src/chat/recent.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import { type Metrics, noMetrics } from '../../src/ops/metrics.ts';
import type { Bot, DigestDoor, Greeted, Memberships } from './bot.ts';
import { type Connected, connect } from './connection/connect.ts';
import { DiscordCourier } from './digests/courier.ts';
import { deliveryRest } from './digests/delivery-rest.ts';
import { GlobalShare } from './digests/global-share.ts';
import { listen } from './events/listen.ts';
import { Running } from './running.ts';
import type { DiscordSettings } from './settings.ts';

export interface StartDiscord {
  readonly settings: DiscordSettings;
  readonly chat: Chat;
  readonly digests?: DigestDoor;
  readonly log: Log;
  readonly clock: Clock;
  /** Calls of Discord's are counted there. */
  readonly metrics?: Metrics;
  /** Servers greeted; for as long as the process lives when not given. */
  readonly greeted?: Greeted;
  /** Deletes everything of a server that the bot was taken out of. */
  readonly forgetServer?: (guildId: string) => Promise<void>;
  /** By which servers that were left while the process did not run are forgotten too. */
  readonly memberships?: Memberships;
  /** How often one person may ask. */
  readonly pace?: Pace;
}

/** What is kept of events: enough for a busy hour, little enough for a small machine. */
const KEPT = { taken: 20_000, chains: 20_000, answered: 5_000, toldWhy: 2_000 };
/** The whole of a stop takes at most 10 s; closing the sockets needs some of it. */
const FINISH_MS = 9_000;
/** How long a start waits for Discord before it goes on in the background. */
const PATIENCE_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Puts the bot on Discord. Without a token the adapter is off. When Discord cannot be reached it is there in
 * `degraded` and keeps trying.
 * @throws {StartFailure} when a setting has to be changed first: the sentence names it
 */
export async function startDiscord(parts: StartDiscord): Promise<Adapter> {
  const { settings, log } = parts;
  if (settings.token === undefined) {
    log.info({}, 'Discord is off: DISCORD_TOKEN is not set');
    return { name: 'discord', state: () => ({ kind: 'off' }), stop: async () => undefined };
  }
  const adapter = new DiscordAdapter(parts, settings.token);
  await adapter.start();
  return adapter;
}

class DiscordAdapter implements Adapter {
  readonly name = 'discord';
  readonly #parts: StartDiscord;
  readonly #token: string;
  readonly #running = new Running();
  readonly #memory: Omit<Bot, 'rest'>;
  readonly #share = new GlobalShare();
  readonly #deliveries: REST;
  readonly courier: Courier;
  #connected: Connected | undefined;
  #state: AdapterState = { kind: 'connecting' };
  #retry: NodeJS.Timeout | undefined;

  constructor(parts: StartDiscord, token: string) {
    this.#parts = parts;
    this.#token = token;
    const { chat, digests, log, clock, greeted = greetedInMemory() } = parts;
    const { forgetServer, memberships, pace } = parts;
    this.#memory = {
      chat,
      digests,
      log,
      clock,
      cooldown: new Cooldown(pace),
      running: this.#running,
      taken: new Recent(KEPT.taken),
      chains: new Recent(KEPT.chains),
      answered: new Recent(KEPT.answered),
      toldWhy: new Recent(KEPT.toldWhy),
      greeted,
      ...(forgetServer && { forgetServer }),
      ...(memberships && { memberships }),
    };
    this.#deliveries = deliveryRest(parts.settings);
    this.courier = new DiscordCourier({
      rest: this.#deliveries,
      token,
      chat,
      clock,
      share: this.#share,
      isOn: () => this.#running.open && this.#state.kind !== 'failed',
      track: (work) => this.#running.track(work),
    });
  }

  state(): AdapterState {
    return this.#state.kind === 'up' && this.#connected ? this.#connected.watch.state() : this.#state;
  }

  /** Resolves when connected, or when it has to go on trying in the background. */
  async start(): Promise<void> {
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, PATIENCE_MS);
    try {
      const first = this.#connect(FIRST_RETRY_MS);
      // Past the patience there is nobody left to throw at: the state tells.
      first.catch(() => undefined);
      await Promise.race([first, patience.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    const left = await this.#running.finish(FINISH_MS);
    if (left > 0) this.#parts.log.warn({ left }, 'Discord: stopped before everything was answered');
    this.#state = { kind: 'off' };
    this.#deliveries.clearHandlerSweeper();
    this.#deliveries.clearHashSweeper();
    this.#connected?.watch.ending();
    await this.#connected?.client.destroy().catch(() => undefined);
  }

  async #connect(retryMs: number): Promise<void> {
    const { settings, log } = this.#parts;
    try {
      const connected = await connect({
        settings,
        token: this.#token,
        log,
        onRequest: (url) => this.#share.note(url),
        metrics: this.#parts.metrics ?? noMetrics,
        onReady: (client) => this.#listen(client),
        onLost: (problem) => this.#fail(problem),
      });
      // Stopped while it connected.
      if (!this.#running.open) return await connected.client.destroy();
      this.#connected = connected;
      if (this.#state.kind !== 'failed') this.#state = { kind: 'up' };
      log.info({ bot: connected.client.user.tag }, 'Discord: connected');
    } catch (error) {
      if (error instanceof StartFailure) {
        this.#fail(error.message);
        throw error;
      }
      this.#tryAgain(error, retryMs);
    }
  }

  #listen(client: Client<true>): void {
    listen(client, { ...this.#memory, rest: client.rest });
  }

  #tryAgain(error: unknown, retryMs: number): void {
    if (!this.#running.open) return;
    const reason = `cannot reach Discord: ${reasonOf(error)}`;
    this.#state = { kind: 'degraded', reason };
    this.#parts.log.warn({ reason, retryMs }, 'Discord: not connected, trying again');
    this.#retry = setTimeout(() => {
      this.#connect(Math.min(retryMs * 2, LONGEST_RETRY_MS)).catch(() => undefined);
    }, retryMs);
  }

  #fail(problem: string): void {
    this.#state = { kind: 'failed', reason: problem };
    this.#parts.log.error({}, `Discord: ${problem}`);
  }
}

/** Of a fetch that failed, why it did: its own message says no more than that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function greetedInMemory(): Greeted {
  const guilds = new Set<string>();
  return {
    first(guildId) {
      if (guilds.has(guildId)) return false;
      guilds.add(guildId);
      return true;
    },
  };
}
