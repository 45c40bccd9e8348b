import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DoubleState } from './double-state.ts';

/** What Slack puts around a payload on the wire. */
export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: unknown;
  readonly accepts_response_payload: boolean;
}

interface Connection {
  readonly socket: WebSocket;
  /** Answers pings but is given nothing any more. */
  deaf: boolean;
  muted: boolean;
}

interface Waiting {
  readonly envelope: Envelope;
  readonly acknowledged: (payload: unknown) => void;
  attempt: number;
  timer: NodeJS.Timeout | undefined;
}

const MAX_CONNECTIONS = 10;

/**
 * docs.slack.dev/apis/events-api/using-socket-mode: tickets are used once; `hello` first; each envelope goes
 * to one connection and is sent again, as a retry, until it is acknowledged; three retries at most.
 */
export class SocketMode {
  /** How long to wait for an acknowledgement before sending again. Slack waits some seconds. */
  retryAfter = 3000;
  /** Connections to come get no `hello`. */
  silent = false;
  /** Connections opened so far. */
  opened = 0;
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #connections: Connection[] = [];
  readonly #waiting = new Map<string, Waiting>();
  readonly #state: DoubleState;
  readonly #changed = new Set<() => void>();

  constructor(state: DoubleState, http: Server) {
    this.#state = state;
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Sends an envelope; resolves with what it is acknowledged with. */
  deliver(envelope: Envelope): Promise<unknown> {
    return new Promise((acknowledged) => {
      this.#send({ envelope, acknowledged, attempt: 0, timer: undefined });
    });
  }

  /** How many connections are open and said hello to. */
  get open(): number {
    return this.#connections.length;
  }

  /** Resolves as soon as so many connections are open. */
  async untilOpen(count: number): Promise<void> {
    while (this.open !== count) {
      await new Promise<void>((changed) => this.#changed.add(changed));
    }
  }

  /** Asks every client to reconnect, as Slack does every few hours. */
  askToReconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void {
    for (const { socket } of this.#connections) {
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'double' } }));
    }
  }

  /** Stops answering pings on the connections open now. */
  dropPings(): void {
    for (const connection of this.#connections) connection.muted = true;
  }

  /** The connections open now look alive but are given nothing any more. */
  deafen(): void {
    for (const connection of this.#connections) connection.deaf = true;
  }

  /** Tears every connection, without a close frame. */
  cut(): void {
    for (const { socket } of [...this.#connections]) socket.terminate();
  }

  stop(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.cut();
    this.#server.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://double').searchParams.get('ticket') ?? '';
    const refused =
      'refused' in this.#state.tickets.use(ticket) || this.#connections.length >= MAX_CONNECTIONS;
    if (refused) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#accept(client));
  }

  #accept(socket: WebSocket): void {
    const connection: Connection = { socket, deaf: false, muted: false };
    this.opened += 1;
    socket.on('ping', (data) => {
      if (!connection.muted) socket.pong(data);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.#acknowledge(String(data)));
    socket.on('close', () => {
      const at = this.#connections.indexOf(connection);
      if (at >= 0) this.#connections.splice(at, 1);
      this.#announce();
    });
    if (this.silent) return;
    this.#connections.push(connection);
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        connection_info: { app_id: this.#state.app.id },
        debug_info: { host: 'double', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    // Slack pings too; the client starts its own watch at the first one.
    socket.ping('double');
    this.#announce();
  }

  #announce(): void {
    for (const changed of this.#changed) changed();
    this.#changed.clear();
  }

  #send(waiting: Waiting): void {
    const id = `envelope-${this.#state.workspace.stamp()}`;
    this.#waiting.set(id, waiting);
    const connection = this.#connections.findLast(
      ({ deaf, socket }) => !deaf && socket.readyState === socket.OPEN,
    );
    connection?.socket.send(
      JSON.stringify({
        envelope_id: id,
        ...waiting.envelope,
        retry_attempt: waiting.attempt,
        retry_reason: waiting.attempt > 0 ? 'timeout' : '',
      }),
    );
    waiting.timer = setTimeout(() => {
      waiting.attempt += 1;
      // The first envelope stays acknowledgeable: a late acknowledgement still counts.
      if (this.#waiting.has(id) && waiting.attempt <= 3) this.#send(waiting);
    }, this.retryAfter);
  }

  #acknowledge(data: string): void {
    const { envelope_id: id, payload } = JSON.parse(data);
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    for (const [other, one] of this.#waiting) if (one === waiting) this.#waiting.delete(other);
    waiting.acknowledged(payload);
  }
}
