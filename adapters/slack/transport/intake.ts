import type { App } from '@slack/bolt';
import type { Log } from '../../../src/ops/log.ts';
import { underNewRequestId } from '../../../src/ops/request-id.ts';
import type { SeenRequests } from '../seen-requests.ts';

/** A request of Slack's, verified and parsed. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/** How much may wait and run. Enough for a flood of thousands; each waiting request is a few kilobytes. */
const MAX_WAITING = 5000;
const MAX_RUNNING = 100;

/**
 * With so many waiting and more coming in, work is put off: Slack gives an acknowledgement three seconds, an
 * answer half an hour. Milliseconds: how lately something came in, how long work is put off at most.
 */
const FLOOD = { waiting: 10, lately: 5, atMost: 1000 } as const;

/**
 * What both transports hand their requests to. They acknowledge first; here the work waits its turn, so that
 * a flood is acknowledged before it is answered, and a request sent twice is answered once.
 */
export class Intake {
  readonly #seen: SeenRequests;
  readonly #log: Log;
  readonly #waiting: { readonly payload: SlackPayload; readonly since: number }[] = [];
  readonly #idle = new Set<() => void>();
  #app: App | undefined;
  #running = 0;
  #lastArrival = 0;
  #scheduled = false;
  #stopped = false;

  constructor(seen: SeenRequests, log: Log) {
    this.#seen = seen;
    this.#log = log;
  }

  /** Bolt says which app handles what comes in. */
  init(app: App): void {
    this.#app = app;
  }

  /** Takes a request on; `false` when there is no room or the service is stopping: Slack may send it again. */
  accept(payload: SlackPayload): boolean {
    if (this.#stopped || this.#waiting.length >= MAX_WAITING) return false;
    this.#lastArrival = performance.now();
    this.#waiting.push({ payload, since: this.#lastArrival });
    this.#schedule();
    return true;
  }

  /** Handles a request whose answer Slack waits for: the choices of a select. */
  async answer(payload: SlackPayload): Promise<unknown> {
    let answer: unknown;
    await this.#app?.processEvent({
      body: payload,
      ack: async (response: unknown) => {
        answer = response;
      },
    });
    return answer;
  }

  /** Takes nothing more on, and resolves when what was taken on is done. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.settled();
  }

  /** Resolves as soon as nothing waits or runs. */
  async settled(): Promise<void> {
    while (this.#running + this.#waiting.length > 0) {
      await new Promise<void>((idle) => this.#idle.add(idle));
    }
  }

  /** One request a turn of the event loop: new ones are read and acknowledged in between. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    if (this.#isFlooded()) setTimeout(() => this.#startNext(), FLOOD.lately);
    else setImmediate(() => this.#startNext());
  }

  #startNext(): void {
    this.#scheduled = false;
    if (this.#running >= MAX_RUNNING) return;
    if (!this.#isFlooded()) {
      const next = this.#waiting.shift();
      if (next) void underNewRequestId(() => this.#process(next.payload));
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  #isFlooded(): boolean {
    const [oldest] = this.#waiting;
    if (!oldest || this.#waiting.length < FLOOD.waiting) return false;
    const now = performance.now();
    return now - this.#lastArrival < FLOOD.lately && now - oldest.since < FLOOD.atMost;
  }

  async #process(payload: SlackPayload): Promise<void> {
    this.#running += 1;
    try {
      const id = requestId(payload);
      if (id === undefined || (await this.#seen.claim(id))) {
        await this.#app?.processEvent({ body: payload, ack: async () => {} });
      }
    } catch (error) {
      this.#log.error(
        { error: error instanceof Error ? error.message : error, type: payload['type'] },
        'a request of Slack could not be handled',
      );
    } finally {
      this.#running -= 1;
      if (this.#waiting.length > 0) this.#schedule();
      else if (this.#running === 0) this.#announceIdle();
    }
  }

  #announceIdle(): void {
    for (const idle of this.#idle) idle();
    this.#idle.clear();
  }
}

/** What names a request however often it is sent: the event, or the press. */
function requestId(payload: SlackPayload): string | undefined {
  const id = payload['event_id'] ?? payload['trigger_id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Slack waits for the answer to this one, and shows it. */
export function wantsAnswer(payload: SlackPayload): boolean {
  return payload['type'] === 'block_suggestion';
}
