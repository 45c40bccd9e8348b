import { expect } from 'vitest';
import type { SlackSettings } from '../../../adapters/slack/slack-settings.ts';
import {
  type SlackAdapter,
  type SlackStores,
  type SlackTiming,
  startSlack,
} from '../../../adapters/slack/start-slack.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Pace } from '../../../src/chat/cooldown.ts';
import type { DigestDesk } from '../../../src/chat/digest-desk.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { type HttpServer, startHttpServer } from '../../../src/ops/http-server.ts';
import type { Log } from '../../../src/ops/log.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackDouble,
  startSlackDouble,
} from '../../doubles/slack/slack-double.ts';
import { faultsInSent } from './faults-in-sent.ts';
import { newsroom } from './newsroom.ts';

/** In a hurry: what takes seconds with Slack takes milliseconds here. */
export const HURRY: SlackTiming = {
  request: 300,
  longestWait: 5000,
  stop: 500,
  ping: 60,
  socket: { connect: 500, silence: 60_000, firstPause: 10, longestPause: 50 },
};

export type Way = 'http' | 'socket';

/** One line of the log. */
export interface Logged {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: object;
}

/** The bot, running against a double, and everything that must be stopped afterwards. */
export interface Rig extends AsyncDisposable {
  readonly double: SlackDouble;
  readonly slack: SlackAdapter;
  readonly server: HttpServer;
  readonly logged: readonly Logged[];
  /** Resolves when nothing the bot was sent is still being worked on. */
  settled(): Promise<void>;
  /** Stops the bot and starts another with the same parts, as a new process would. */
  restart(parts?: Pick<RigOptions, 'chat' | 'digests'>): Promise<void>;
}

export interface RigOptions {
  readonly chat?: Chat;
  readonly digests?: DigestDesk;
  readonly clock?: Clock;
  readonly stores?: SlackStores;
  readonly timing?: Partial<SlackTiming>;
  readonly pace?: Pace;
  readonly settings?: Partial<Extract<SlackSettings, { kind: 'on' }>>;
  /** Prepares the double before the bot meets it. */
  readonly prepare?: (double: SlackDouble) => void;
}

/** Starts a double and the bot against it, over HTTP or a socket. */
export async function startRig(way: Way, options: RigOptions = {}): Promise<Rig> {
  const clock = options.clock ?? systemClock;
  const double = await startSlackDouble(clock);
  options.prepare?.(double);
  const logged: Logged[] = [];
  const begin = async (parts: RigOptions) => {
    const slack = await startSlack({
      settings: {
        kind: 'on',
        transport:
          way === 'http'
            ? { kind: 'http', signingSecret: SIGNING_SECRET }
            : { kind: 'socket', appToken: APP_TOKEN },
        install: { kind: 'token', botToken: BOT_TOKEN },
        apiUrl: double.apiUrl,
        authorizeUrl: double.authorizeUrl,
        adminsOnly: false,
        ...parts.settings,
      },
      chat: parts.chat ?? newsroom(),
      clock,
      log: logInto(logged),
      timing: { ...HURRY, ...parts.timing },
      ...(parts.stores && { stores: parts.stores }),
      ...(parts.digests && { digests: parts.digests }),
      ...(parts.pace && { pace: parts.pace }),
    });
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 });
    server.mount(slack.routes);
    server.complete();
    if (way === 'http') double.deliverByHttp(`http://127.0.0.1:${server.port}/slack/events`);
    else double.deliverBySocket();
    return { slack, server };
  };
  let running = await begin(options).catch(async (error: unknown) => {
    await double.stop();
    throw error;
  });
  const end = async (): Promise<void> => {
    await running.slack.stop();
    await running.server.stop();
  };
  return {
    double,
    get slack() {
      return running.slack;
    },
    get server() {
      return running.server;
    },
    logged,
    settled: () => running.slack.settled(),
    async restart(parts = {}) {
      await end();
      running = await begin({ ...options, ...parts });
    },
    async [Symbol.asyncDispose]() {
      await end();
      await double.stop();
      expect(faultsInSent(double.state.calls)).toEqual([]);
    },
  };
}

function logInto(logged: Logged[]): Log {
  const at = (level: keyof Log) => (fields: object, message: string) => {
    logged.push({ level, message, fields });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
