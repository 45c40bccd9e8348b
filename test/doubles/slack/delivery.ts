import type { DoubleClock } from './double-clock.ts';
import { sendSigned } from './signed-request.ts';
import type { SocketMode } from './socket-mode.ts';

/** What the app answered Slack with. */
export interface Delivered {
  /** 200 whenever a socket acknowledges. */
  readonly status: number;
  readonly body: unknown;
}

export interface RetryMark {
  readonly number: number;
  readonly reason: string;
}

/** The way from Slack to the app. */
export interface Delivery {
  event(payload: object, retry?: RetryMark): Promise<Delivered>;
  slash(form: Readonly<Record<string, string>>): Promise<Delivered>;
  interactive(payload: object): Promise<Delivered>;
}

/** Signed HTTP requests to the app's address. */
export class HttpDelivery implements Delivery {
  readonly #url: string;
  readonly #secret: string;
  readonly #clock: DoubleClock;

  constructor(url: string, secret: string, clock: DoubleClock) {
    this.#url = url;
    this.#secret = secret;
    this.#clock = clock;
  }

  event(payload: object, retry?: RetryMark): Promise<Delivered> {
    return this.#send('application/json', JSON.stringify(payload), retry);
  }

  slash(form: Readonly<Record<string, string>>): Promise<Delivered> {
    return this.#send('application/x-www-form-urlencoded', new URLSearchParams(form).toString());
  }

  interactive(payload: object): Promise<Delivered> {
    const form = new URLSearchParams({ payload: JSON.stringify(payload) });
    return this.#send('application/x-www-form-urlencoded', form.toString());
  }

  #send(
    contentType: 'application/json' | 'application/x-www-form-urlencoded',
    body: string,
    retry?: RetryMark,
  ): Promise<Delivered> {
    return sendSigned({
      url: this.#url,
      secret: this.#secret,
      timestamp: Math.floor(this.#clock.now() / 1000),
      contentType,
      body,
      ...(retry && { retry }),
    });
  }
}

/** Envelopes over the app's own connections. */
export class SocketDelivery implements Delivery {
  readonly #socket: SocketMode;

  constructor(socket: SocketMode) {
    this.#socket = socket;
  }

  async event(payload: object): Promise<Delivered> {
    const body = await this.#socket.deliver({
      type: 'events_api',
      payload,
      accepts_response_payload: false,
    });
    return { status: 200, body };
  }

  async slash(form: Readonly<Record<string, string>>): Promise<Delivered> {
    const body = await this.#socket.deliver({
      type: 'slash_commands',
      payload: form,
      accepts_response_payload: true,
    });
    return { status: 200, body };
  }

  async interactive(payload: object): Promise<Delivered> {
    const body = await this.#socket.deliver({ type: 'interactive', payload, accepts_response_payload: true });
    return { status: 200, body };
  }
}
