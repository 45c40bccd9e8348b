import { GatewayOpcodes } from 'discord.js';
import { WebSocket } from 'ws';

interface Sent {
  readonly sequence: number;
  readonly text: string;
}

/** Discord keeps "some minutes" of events for a resume; this many is more than any test sends. */
const HISTORY = 5_000;

/** What one identified shard of a bot has been sent, across the sockets it came back with. */
export class GatewaySession {
  readonly id: string;
  readonly shard: readonly [index: number, count: number];
  readonly intents: number;
  socket: WebSocket | undefined;
  #sequence = 0;
  readonly #history: Sent[] = [];

  constructor(id: string, shard: readonly [number, number], intents: number, socket: WebSocket) {
    this.id = id;
    this.shard = shard;
    this.intents = intents;
    this.socket = socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Sends an event now, or keeps it for the resume. */
  dispatch(event: string, data: unknown): void {
    this.#sequence++;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: this.#sequence, d: data });
    this.#history.push({ sequence: this.#sequence, text });
    if (this.#history.length > HISTORY) this.#history.shift();
    this.#send(text);
  }

  /** Goes on over a new socket: everything after `sequence` again, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    for (const sent of this.#history) if (sent.sequence > sequence) this.#send(sent.text);
    this.dispatch('RESUMED', { _trace: [] });
  }

  #send(text: string): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(text);
  }
}
