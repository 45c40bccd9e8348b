import type { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../../../src/ops/log.ts';
import { type SlackPayload, wantsAnswer } from './intake.ts';
import type { SocketTiming } from './socket-timing.ts';

interface LinkOptions {
  readonly timing: SocketTiming;
  readonly log: Log;
  /** Takes a request on; `false` when there is no room: Slack sends it again when it is not acknowledged. */
  readonly accept: (payload: SlackPayload) => boolean;
  readonly answer: (payload: SlackPayload) => Promise<unknown>;
  /** An open connection ended, will end, or may be deaf; told once or more often. */
  readonly onOver: (reason: string) => void;
}

/** What Slack's client tells of each envelope. */
interface Delivery {
  readonly ack: (response?: unknown) => Promise<void>;
  readonly body: SlackPayload;
}

/** One connection, from opening it to closing it; never used again. */
export class SocketLink {
  /** Set once something else takes its place. */
  replaced = false;
  isOpen = false;
  readonly #client: SocketModeClient;
  readonly #options: LinkOptions;
  #watch: NodeJS.Timeout | undefined;
  #muted = false;

  constructor(client: SocketModeClient, options: LinkOptions) {
    this.#client = client;
    this.#options = options;
    client.on('slack_event', (delivery: Delivery) => void this.#take(delivery));
    client.on('ws_message', (data: unknown) => this.#heard(data));
    client.on('disconnected', () => this.#over('closed'));
    // Already logged by the client itself.
    client.on('error', () => {});
  }

  /**
   * Connects, and resolves at Slack's `hello`.
   * @throws what Slack answered, or why there was no hello
   */
  async open(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no hello')), this.#options.timing.connect);
    });
    try {
      await Promise.race([this.#client.start(), late]);
      this.isOpen = true;
      this.#listen();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Acknowledges nothing more. */
  mute(): void {
    this.#muted = true;
  }

  /** Closes the connection; a peer that does not answer the closing is not waited for. */
  async close(): Promise<void> {
    this.isOpen = false;
    clearTimeout(this.#watch);
    const closed = new Promise<void>((resolve) => this.#client.once('disconnected', () => resolve()));
    void this.#client.disconnect().catch(() => {});
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSING);
    });
    await Promise.race([closed, patience]);
    clearTimeout(timer);
    // Asked a second time, the client tears a connection whose closing was not answered.
    void this.#client.disconnect().catch(() => {});
  }

  async #take({ ack, body }: Delivery): Promise<void> {
    if (this.#muted) return;
    try {
      if (wantsAnswer(body)) await ack(await this.#options.answer(body));
      else if (this.#options.accept(body)) await ack();
    } catch (error) {
      this.#options.log.warn(
        { error: error instanceof Error ? error.message : error },
        'a request of Slack could not be acknowledged',
      );
    }
  }

  #heard(data: unknown): void {
    this.#listen();
    // Sent before Slack closes the connection: time enough to open the next one.
    if (typeof data === 'string' && /^\s*\{\s*"type"\s*:\s*"disconnect"/.test(data)) {
      this.#options.onOver('Slack asks to reconnect');
    }
  }

  #over(reason: string): void {
    clearTimeout(this.#watch);
    // Before its hello, whoever opens it is told by the rejection.
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#options.onOver(reason);
  }

  #listen(): void {
    if (!this.isOpen) return;
    clearTimeout(this.#watch);
    const { silence } = this.#options.timing;
    this.#watch = setTimeout(() => this.#options.onOver('silent for too long'), silence);
  }
}

/** Milliseconds for the other side to answer the closing of a connection. */
const CLOSING = 300;
