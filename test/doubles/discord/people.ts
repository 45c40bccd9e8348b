import type { EventEmitter } from 'node:events';
import { type Gesture, interactionPayload } from './interaction-payload.ts';
import type { Discord, Happenings } from './rest-route.ts';
import { changeMessage, storeMessage } from './store-message.ts';
import type { Channel, Person, StoredInteraction, StoredMessage } from './world.ts';

/** How long a test waits for the bot before it fails. */
const PATIENCE_MS = 10_000;

/** What people do on Discord, and what they then see of the bot. */
export class People {
  readonly #discord: Discord;

  constructor(discord: Discord) {
    this.#discord = discord;
  }

  /** Writes a message; a reply pings its author unless told otherwise, as in the client. */
  say(
    author: Person,
    channel: Channel,
    content: string,
    { replyTo, pings = true }: { replyTo?: StoredMessage | undefined; pings?: boolean } = {},
  ): StoredMessage {
    const pingsReply = replyTo !== undefined && pings;
    return storeMessage({ channel, author, body: { content }, replyTo, pingsReply }, this.#discord);
  }

  edit(message: StoredMessage, content: string): void {
    changeMessage(message, { content }, this.#discord);
  }

  /** Uses a command, presses a button, submits a modal, types where completion is offered. */
  use(person: Person, channel: Channel, gesture: Gesture): StoredInteraction {
    const { world, gateway } = this.#discord;
    const id = world.mint.next();
    const interaction: StoredInteraction = {
      id,
      token: `token-of-${id}`,
      person,
      channel,
      at: Date.now(),
      state: 'pending',
      ephemeral: false,
      // Pressing a button makes its message the one an update changes.
      ...('message' in gesture && gesture.message && { original: gesture.message }),
      followUps: [],
      expired: false,
    };
    world.interactions.set(interaction.token, interaction);
    const { guild } = channel;
    gateway.dispatch('INTERACTION_CREATE', guild?.id, () => interactionPayload(interaction, gesture, world));
    return interaction;
  }

  /** The bot's reply to a message. */
  async replyTo(message: StoredMessage): Promise<StoredMessage> {
    return this.waitFor('message', () =>
      this.#discord.world.botMessages().find(({ replyTo }) => replyTo?.id === message.id),
    );
  }

  /** An interaction once it has what the bot finally says: not while it only says that it thinks. */
  async settled(interaction: StoredInteraction): Promise<StoredInteraction> {
    return this.waitFor('interaction', () =>
      interaction.state === 'pending' || interaction.state === 'deferred' ? undefined : interaction,
    );
  }

  /** Waits until something is there, looking again whenever such a thing happens. */
  async waitFor<T>(event: keyof Happenings, look: () => T | undefined): Promise<T> {
    const found = look();
    if (found !== undefined) return found;
    const happenings: EventEmitter = this.#discord.happenings;
    return new Promise<T>((resolve, reject) => {
      const again = (): void => {
        const seen = look();
        if (seen === undefined) return;
        done();
        resolve(seen);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`no such ${event} within ${PATIENCE_MS} ms`));
      }, PATIENCE_MS);
      const done = (): void => {
        clearTimeout(timer);
        happenings.off(event, again);
      };
      happenings.on(event, again);
    });
  }
}
