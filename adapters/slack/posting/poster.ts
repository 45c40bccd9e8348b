import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../src/ops/log.ts';
import type { Part } from '../render/render-reply.ts';
import { postToAddress } from './address.ts';
import type { Failure } from './failure.ts';
import { Lanes } from './lanes.ts';
import { type MessageBody, messageBody, plainBody } from './message-body.ts';
import { type Patience, persist, type Result } from './persist.ts';

/** Where a message goes. */
export type Destination =
  /** For all in a channel, or in a direct conversation: a user's id opens that. */
  | {
      readonly kind: 'channel';
      readonly client: WebClient;
      readonly channel: string;
      readonly thread?: string;
    }
  /** For one person in a channel. */
  | {
      readonly kind: 'whisper';
      readonly client: WebClient;
      readonly channel: string;
      readonly user: string;
      readonly thread?: string;
    }
  /** By the address a command, button or shortcut came with. */
  | { readonly kind: 'address'; readonly url: string; readonly public: boolean; readonly thread?: string };

/** What came of sending parts: the stamps of those that are there, and why it ended early if it did. */
export interface Sent {
  /** "" for each message whose stamp Slack does not tell. */
  readonly stamps: readonly string[];
  readonly failure?: Failure;
}

export interface PosterOptions {
  readonly log: Log;
  readonly patience: Patience;
  readonly fetch: typeof fetch;
  /** Milliseconds for one request to a response_url. */
  readonly timeout: number;
}

/** Sends messages: in order within a channel, again only when that cannot double them. */
export class Poster {
  readonly #options: PosterOptions;
  readonly #lanes = new Lanes();

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /** Sends parts in order, up to the first that fails. */
  send(to: Destination, parts: readonly Part[]): Promise<Sent> {
    const visible = parts.filter(({ blocks }) => blocks.length > 0);
    return this.#lanes.run(laneOf(to), async () => {
      const stamps: string[] = [];
      for (const part of visible) {
        const result = await this.#sendPart(to, part);
        if ('failure' in result) return { stamps, failure: result.failure };
        stamps.push(result.done);
      }
      return { stamps };
    });
  }

  /** Puts a part in the place of a message of ours. */
  replace(client: WebClient, channel: string, stamp: string, part: Part): Promise<Result<unknown>> {
    return this.#lanes.run(channel, () =>
      persist(
        () => {
          const { text, blocks } = messageBody(part);
          return client.chat.update({ channel, ts: stamp, text, blocks });
        },
        this.#options.patience,
        true,
      ),
    );
  }

  /** Takes back a message of ours; one that is gone already is no failure. */
  remove(client: WebClient, channel: string, stamp: string): Promise<Result<unknown>> {
    return this.#lanes.run(channel, () =>
      persist(() => client.chat.delete({ channel, ts: stamp }), this.#options.patience, true),
    );
  }

  /** Takes back the ephemeral message whose button was pressed. */
  removeByAddress(url: string): Promise<Result<void>> {
    const { patience } = this.#options;
    return persist(() => this.#post(url, { delete_original: true }), patience, true);
  }

  async #sendPart(to: Destination, part: Part): Promise<Result<string>> {
    const { log, patience } = this.#options;
    const first = await persist(() => this.#sendBody(to, messageBody(part)), patience);
    if (!('failure' in first) || first.failure.kind !== 'malformed') return first;
    log.error(
      {
        reason: first.failure.reason,
        blocks: part.blocks.map(({ type }) => type),
        length: part.plain.length,
      },
      'Slack refused a message as we made it; sending its words alone',
    );
    return persist(() => this.#sendBody(to, plainBody(part)), patience);
  }

  /** @returns the message's stamp, "" when Slack does not tell */
  async #sendBody(to: Destination, body: MessageBody): Promise<string> {
    const thread = to.thread === undefined ? {} : { thread_ts: to.thread };
    switch (to.kind) {
      case 'channel':
        return (await to.client.chat.postMessage({ channel: to.channel, ...body, ...thread })).ts ?? '';
      case 'whisper': {
        const { text, blocks } = body;
        await to.client.chat.postEphemeral({ channel: to.channel, user: to.user, text, blocks, ...thread });
        return '';
      }
      case 'address':
        await this.#post(to.url, {
          ...body,
          ...thread,
          response_type: to.public ? 'in_channel' : 'ephemeral',
          replace_original: false,
        });
        return '';
      default:
        return to satisfies never;
    }
  }

  #post(url: string, body: object): Promise<void> {
    return postToAddress(url, body, this.#options);
  }
}

function laneOf(to: Destination): string {
  return to.kind === 'address' ? to.url : to.channel;
}
