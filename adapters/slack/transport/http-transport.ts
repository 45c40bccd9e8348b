import type { HttpBindings } from '@hono/node-server';
import type { App, Receiver } from '@slack/bolt';
import { type Context, Hono } from 'hono';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import type { Log } from '../../../src/ops/log.ts';
import { type Intake, type SlackPayload, wantsAnswer } from './intake.ts';
import { isCertificateCheck, parseBody, readBody } from './read-request.ts';
import { isFromSlack } from './verify-signature.ts';

export interface HttpTransportOptions {
  readonly signingSecret: string;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly log: Log;
}

/** Where Slack sends everything: events, commands, presses and the choices of selects. */
export const EVENTS_PATH = '/slack/events';

/** Slack by HTTP: a route of the service's own server, which checks, acknowledges and hands over. */
export class HttpTransport implements Receiver {
  readonly routes: Routes = new Hono<{ Bindings: HttpBindings }>();
  readonly #options: HttpTransportOptions;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
    this.routes.post(EVENTS_PATH, (context) => this.#receive(context));
  }

  init(app: App): void {
    this.#options.intake.init(app);
  }

  async start(): Promise<void> {}

  stop(): Promise<void> {
    return this.#options.intake.stop();
  }

  async #receive(context: Context): Promise<Response> {
    const { signingSecret, clock, log } = this.#options;
    const body = await readBody(context.req.raw).catch(() => 'broken' as const);
    if (body === 'broken') return context.body(null, 400);
    // The rest of it is not read, so the connection is of no more use.
    if (body === 'too-large') return context.body(null, 413, { connection: 'close' });
    const contentType = context.req.header('content-type') ?? '';
    if (isCertificateCheck(body, contentType)) return context.body(null, 200);
    const signed = {
      signature: context.req.header('x-slack-signature'),
      timestamp: context.req.header('x-slack-request-timestamp'),
      body,
    };
    if (!isFromSlack(signed, signingSecret, clock.now())) {
      log.warn({ bytes: body.byteLength }, 'refused a request that Slack did not sign just now');
      return context.body(null, 401);
    }
    const payload = parseBody(body, contentType);
    // Slack would send an unreadable body three times more.
    if (!payload) return context.body(null, 400, { 'X-Slack-No-Retry': '1' });
    return this.#answer(context, payload);
  }

  async #answer(context: Context, payload: SlackPayload): Promise<Response> {
    const { intake } = this.#options;
    if (payload['type'] === 'url_verification') {
      return context.json({ challenge: String(payload['challenge'] ?? '') });
    }
    if (wantsAnswer(payload)) return context.json((await intake.answer(payload)) ?? { options: [] });
    if (intake.accept(payload)) return context.body(null, 200);
    // Slack repeats events itself; people are told.
    if (payload['command'] === undefined) return context.body(null, 503);
    return context.json({ response_type: 'ephemeral', text: slackWording.busy });
  }
}
