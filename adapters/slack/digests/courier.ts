import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Courier, Parcel, PostOutcome, Settlement } from '../../../src/chat/courier.ts';
import type { Destination } from '../../../src/chat/destination.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Authorizer, type Identity, type Workspace, workspaceCalled } from '../install/authorizer.ts';
import { type MessageBody, plainBody } from '../posting/message-body.ts';
import { renderParcels } from '../posting/render-parcels.ts';
import { DELIVERY } from './delivery-metadata.ts';
import { findDelivered, readableBy } from './find-delivered.ts';
import { type NotSent, postOutcome, preparationOutcome } from './post-outcome.ts';

const DIRECT_CHANNELS = 20_000;

/** What a courier works with. */
export interface CourierParts {
  readonly chat: Pick<Chat, 'encode'>;
  readonly authorizer: Authorizer;
  /** Without retries of Slack's own client: only the ledger knows whether a message may be sent again. */
  readonly clientOptions: WebClientOptions;
  /** Whether messages may be sent now: not after a stop, nor when Slack refused the one token. */
  readonly isOn: () => boolean;
  /** Told of every post under way: a stop waits for it. */
  readonly track: (work: Promise<unknown>) => void;
  /** Told when Slack refuses the token. @returns whether it was the one token of the settings */
  readonly onDead: (reason: string, workspace: Workspace) => boolean;
}

/** A message as it was made, then its words with "Change" and "Stop", then its words alone. */
function everPlainer({ body, text: plain }: Parcel): readonly MessageBody[] {
  const made = body as MessageBody;
  const buttons = made.blocks.filter(({ type }) => type === 'actions');
  const words = { text: made.text, plain };
  return [made, ...(buttons.length > 0 ? [plainBody(words, buttons)] : []), plainBody(words)];
}

interface Line {
  readonly client: WebClient;
  readonly identity: Identity;
}

/** Carries digests to Slack's channels and direct messages. */
export class SlackCourier implements Courier {
  readonly platform = 'slack';
  readonly #parts: CourierParts;
  /** Direct conversations by workspace and person. */
  readonly #directChannels = new Map<string, string>();

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  render(reply: Reply): readonly Parcel[] {
    return renderParcels(reply, this.#parts.chat);
  }

  async post(
    destination: Destination,
    parcel: Parcel,
    key: string,
    signal: AbortSignal,
  ): Promise<PostOutcome> {
    if (!this.#parts.isOn() || signal.aborted) return { kind: 'retry', trouble: 'adapter-off' };
    const posting = this.#post(destination, parcel, key, signal);
    this.#parts.track(posting);
    return posting;
  }

  async find(destination: Destination, key: string, since: number, signal: AbortSignal): Promise<Settlement> {
    if (!this.#parts.isOn()) return { kind: 'unknown', final: false };
    try {
      const { client, identity } = await this.#lineTo(destination, signal);
      const channel = await this.#channelOf(destination, client);
      if (!readableBy(identity.scopes, channel)) return { kind: 'unknown', final: true };
      return await findDelivered(client, { channel, botUser: identity.botUser, key, since });
    } catch (error) {
      // Where the bot may not look, it may not look later either.
      const outcome = this.#told(preparationOutcome(error), destination);
      return { kind: 'unknown', final: outcome.kind === 'refused' };
    }
  }

  async #post(
    destination: Destination,
    parcel: Parcel,
    key: string,
    signal: AbortSignal,
  ): Promise<PostOutcome> {
    let client: WebClient;
    let channel: string;
    try {
      ({ client } = await this.#lineTo(destination, signal));
      channel = await this.#channelOf(destination, client);
    } catch (error) {
      return this.#told(preparationOutcome(error), destination);
    }
    const send = async (body: MessageBody): Promise<PostOutcome & { readonly malformed?: true }> => {
      try {
        const metadata = { event_type: DELIVERY, event_payload: { delivery: key } };
        const { ts = '' } = await client.chat.postMessage({ channel, ...body, metadata });
        return { kind: 'sent', message: ts };
      } catch (error) {
        return this.#told(postOutcome(error), destination);
      }
    };
    let refused: PostOutcome = { kind: 'refused', trouble: 'message-refused' };
    for (const body of everPlainer(parcel)) {
      const { malformed, ...outcome } = await send(body);
      if (!malformed) return outcome;
      // Certainly not posted: less may still get through.
      refused = outcome;
    }
    return refused;
  }

  /** A token refused is the operator's trouble when it is the only one, and no reason to end anybody's digest. */
  #told(outcome: NotSent, { workspace }: Destination): NotSent {
    if (outcome.kind !== 'refused' || outcome.trouble !== 'removed') return outcome;
    const { detail = '' } = outcome;
    const isOnlyToken = this.#parts.onDead(detail, workspaceCalled(workspace));
    return isOnlyToken || detail === 'token_expired'
      ? { kind: 'retry', trouble: 'adapter-off', detail }
      : outcome;
  }

  /** A client whose token is good now and whose requests end with the signal. */
  async #lineTo({ workspace }: Destination, signal: AbortSignal): Promise<Line> {
    const { authorizer, clientOptions } = this.#parts;
    const identity = await authorizer.identityFor(workspaceCalled(workspace));
    const endingFetch: typeof fetch = (input, init) =>
      fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
    return { identity, client: new WebClient(identity.token, { ...clientOptions, fetch: endingFetch }) };
  }

  async #channelOf({ kind, workspace, id }: Destination, client: WebClient): Promise<string> {
    if (kind === 'channel') return id;
    const key = `${workspace}:${id}`;
    const known = this.#directChannels.get(key);
    if (known !== undefined) return known;
    const { channel } = await client.conversations.open({ users: id });
    const opened = channel?.id ?? id;
    this.#directChannels.set(key, opened);
    const [oldest] = this.#directChannels.keys();
    if (this.#directChannels.size > DIRECT_CHANNELS && oldest !== undefined)
      this.#directChannels.delete(oldest);
    return opened;
  }
}
