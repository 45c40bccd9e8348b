import type { Receiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { WebClientOptions } from '@slack/web-api';
import type { AdapterState } from '../../../src/chat/adapter.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import type { Log } from '../../../src/ops/log.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { SlackOn } from '../slack-settings.ts';
import { HttpTransport } from './http-transport.ts';
import type { Intake } from './intake.ts';
import type { SocketTiming } from './socket-timing.ts';
import { SocketTransport } from './socket-transport.ts';

/** The way requests come in. */
export interface SlackTransport {
  readonly receiver: Pick<Receiver, 'init'> & { start(): Promise<void>; stop(): Promise<void> };
  readonly routes: readonly Routes[];
  state(): AdapterState;
}

export interface TransportParts {
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: { readonly socket: SocketTiming; readonly ping: number };
  readonly clientOptions: WebClientOptions;
}

/** Socket Mode or HTTP, as the settings say. */
export function makeTransport({ transport }: SlackOn, parts: TransportParts): SlackTransport {
  const { intake, clock, log, timing, clientOptions } = parts;
  if (transport.kind === 'http') {
    const receiver = new HttpTransport({ signingSecret: transport.signingSecret, intake, clock, log });
    return { receiver, routes: [receiver.routes], state: () => ({ kind: 'up' }) };
  }
  const receiver = new SocketTransport({
    intake,
    log,
    timing: timing.socket,
    makeClient: () =>
      new SocketModeClient({
        appToken: transport.appToken,
        // We replace connections ourselves: `SocketTransport` says why.
        autoReconnectEnabled: false,
        clientPingTimeout: timing.ping,
        // The client writes into what it is given.
        clientOptions: { ...clientOptions },
        logger: boltLogger(log),
      }),
  });
  return { receiver, routes: [], state: () => receiver.state() };
}
