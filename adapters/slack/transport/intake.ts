import type { App } from '@slack/bolt';
import type { Log } from '../../../src/ops/log.ts';
import type { SeenRequests } from '../seen-requests.ts';

/** A request of Slack's, verified and parsed. */
export type SlackPayload = Readonly<Record<string, unknown>>;

/** How much may wait and run. Enough for a flood of thousands; each waiting request is a few kilobytes. */
const MAX_WAITING = 5000;
const MAX_RUNNING = 100;

/**
 * What both transports hand their requests to. They acknowledge first; here the work waits its turn, so that
 * a flood is acknowledged before it is answered, and a request sent twice is answered once.
 */
export class Intake {
  readonly #seen: SeenRequests;
  readonly #log: Log;
  readonly #waiting: SlackPayload[] = [];
  readonly #idle = new Set<() => void>();
  #app: App | undefined;
  #running = 0;
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
    this.#waiting.push(payload);
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
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#running >= MAX_RUNNING) return;
      const payload = this.#waiting.shift();
      if (payload) void this.#process(payload);
      if (this.#waiting.length > 0) this.#schedule();
    });
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
export function requestId(payload: SlackPayload): string | undefined {
  const id = payload['event_id'] ?? payload['trigger_id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Slack waits for the answer to this one, and shows it. */
export function wantsAnswer(payload: SlackPayload): boolean {
  return payload['type'] === 'block_suggestion';
}
