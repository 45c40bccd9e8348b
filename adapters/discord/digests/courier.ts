import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Courier, Parcel, PostOutcome, Settlement } from '../../../src/chat/courier.ts';
import type { Destination } from '../../../src/chat/destination.ts';
import { Recent } from '../../../src/chat/recent.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Clock } from '../../../src/ops/clock.ts';
import { renderParts } from '../rendering/render-reply.ts';
import { findDelivered } from './find-delivered.ts';
import type { GlobalShare } from './global-share.ts';
import { keyedBody } from './keyed-body.ts';
import { postOutcome, preparationOutcome } from './post-outcome.ts';

/**
 * Within "the past few minutes" [resources/message] Discord gives the old message for a nonce it knows instead of
 * making a new one. What is well within it may simply be posted again.
 */
const NONCE_MS = 90_000;
const DIRECT_CHANNELS = 20_000;

const made = z.looseObject({ id: z.string() });

/** What a courier works with. */
export interface CourierParts {
  readonly rest: REST;
  readonly token: string;
  readonly chat: Pick<Chat, 'encode'>;
  readonly clock: Clock;
  readonly share: GlobalShare;
  /** Whether messages may be sent now: not after a stop, nor when Discord refused the token. */
  readonly isOn: () => boolean;
  /** Told of every post under way: a stop waits for it. */
  readonly track: (work: Promise<unknown>) => void;
}

/** Carries digests to Discord's channels and DMs. */
export class DiscordCourier implements Courier {
  readonly platform = 'discord';
  readonly #parts: CourierParts;
  readonly #directChannels = new Recent<string, string>(DIRECT_CHANNELS);
  #me: string | undefined;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  render(reply: Reply): readonly Parcel[] {
    return renderParts(reply, this.#parts.chat);
  }

  shareAmong(processes: number): void {
    this.#parts.share.among(processes);
  }

  async post(
    destination: Destination,
    parcel: Parcel,
    key: string,
    signal: AbortSignal,
  ): Promise<PostOutcome> {
    if (!this.#parts.isOn()) return { kind: 'retry', trouble: 'adapter-off' };
    const posting = this.#post(destination, parcel, key, signal);
    this.#parts.track(posting);
    return posting;
  }

  async find(destination: Destination, key: string, since: number, signal: AbortSignal): Promise<Settlement> {
    const { clock } = this.#parts;
    const found = await this.#look(destination, key, since, signal);
    // Discord itself answers a second post with the first while it knows the nonce.
    const mayPostAgain = found.kind === 'unknown' && found.final && clock.now() - since < NONCE_MS;
    return mayPostAgain ? { kind: 'absent' } : found;
  }

  async #post(
    destination: Destination,
    parcel: Parcel,
    key: string,
    signal: AbortSignal,
  ): Promise<PostOutcome> {
    let channel: string;
    try {
      channel = await this.#channelOf(destination, signal);
    } catch (error) {
      return preparationOutcome(error);
    }
    // What has no button, such as news for an owner, is known by its nonce alone.
    const keyed = keyedBody(parcel.body, key) ?? parcel.body;
    const body = { ...keyed, nonce: key, enforce_nonce: true };
    const outcome = await this.#send(channel, body, signal);
    const isArchived = outcome.kind === 'refused' && outcome.trouble === 'channel-archived';
    return isArchived && (await this.#wake(channel, signal)) ? this.#send(channel, body, signal) : outcome;
  }

  async #look(
    destination: Destination,
    key: string,
    since: number,
    signal: AbortSignal,
  ): Promise<Settlement> {
    if (!this.#parts.isOn()) return { kind: 'unknown', final: false };
    const isDirect = destination.kind === 'person';
    try {
      const [channel, me] = [await this.#channelOf(destination, signal), await this.#whoAmI(signal)];
      return await this.#parts.share.send(signal, () =>
        findDelivered(this.#rest(), { channel, me, key, since, isDirect, signal }),
      );
    } catch (error) {
      // Whom the bot cannot write to any more cannot be asked about, now or later.
      return { kind: 'unknown', final: preparationOutcome(error).kind === 'refused' };
    }
  }

  async #send(channel: string, body: object, signal: AbortSignal): Promise<PostOutcome> {
    let left = false;
    try {
      const answer = await this.#parts.share.send(signal, () => {
        left = true;
        return this.#rest().post(Routes.channelMessages(channel), { body, signal });
      });
      return { kind: 'sent', message: made.parse(answer).id };
    } catch (error) {
      return left ? postOutcome(error) : preparationOutcome(error);
    }
  }

  /** Takes a thread out of the archive. @returns whether it is out */
  async #wake(thread: string, signal: AbortSignal): Promise<boolean> {
    try {
      const body = { archived: false };
      await this.#parts.share.send(signal, () =>
        this.#rest().patch(Routes.channel(thread), { body, signal }),
      );
      return true;
    } catch {
      return false;
    }
  }

  async #channelOf({ kind, id }: Destination, signal: AbortSignal): Promise<string> {
    if (kind === 'channel') return id;
    const known = this.#directChannels.get(id);
    if (known !== undefined) return known;
    const body = { recipient_id: id };
    const opened = made.parse(
      await this.#parts.share.send(signal, () => this.#rest().post(Routes.userChannels(), { body, signal })),
    );
    this.#directChannels.set(id, opened.id);
    return opened.id;
  }

  async #whoAmI(signal: AbortSignal): Promise<string> {
    this.#me ??= made.parse(await this.#rest().get(Routes.user(), { signal })).id;
    return this.#me;
  }

  /** The library forgets the token after a 401; the next delivery may be after the operator's remedy. */
  #rest(): REST {
    const { rest, token } = this.#parts;
    return rest.setToken(token);
  }
}
