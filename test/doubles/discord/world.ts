import { type APIApplicationCommand, type APIMessageTopLevelComponent, ChannelType } from 'discord.js';
import { everybodyMay } from './permissions.ts';
import { SnowflakeMint } from './snowflake.ts';

/** Somebody with an account, the bot included. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Of the person's client, as interactions carry it. */
  readonly locale: string;
  /** Takes no DMs from the bot. */
  closedToBot?: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: Person;
  readonly channels: Channel[];
  /** What each member may do beyond everybody, as permission bits; being a key means being a member. */
  readonly members: Map<string, { readonly person: Person; readonly permissions: bigint }>;
  /** False: the app is only installed by the user who uses it here; the bot gets no events but interactions. */
  readonly botIsMember: boolean;
  /** What the bot's roles come to in the whole guild. */
  botMay: bigint;
}

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly guild?: Guild;
  /** Of a thread. */
  readonly parent?: Channel;
  /** Of a DM. */
  readonly recipient?: Person;
  /** What the bot may not do here although everybody may. */
  botDenied: bigint;
  /** Only its guild's owner and the bot see it. */
  hidden?: boolean;
  /** Of a thread: out of sight until somebody writes in it; locked: until a moderator opens it. */
  archived?: 'archived' | 'locked';
  readonly messages: Map<string, StoredMessage>;
}

export interface StoredMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Person;
  content: string;
  components: readonly APIMessageTopLevelComponent[];
  flags: number;
  readonly at: number;
  editedAt?: number;
  readonly replyTo?: StoredMessage;
  /** Whether the reply notifies whom it answers; Discord then gives the bot its content. */
  readonly pingsReply: boolean;
  /** Set on what the bot said by an interaction: such a message gives no content to replies. */
  readonly interaction?: StoredInteraction;
  readonly nonce?: string;
  /** The body as the bot sent it last. */
  body: unknown;
  deleted: boolean;
}

export type InteractionState = 'pending' | 'deferred' | 'answered' | 'modal' | 'choices' | 'updated';

export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly person: Person;
  readonly channel: Channel;
  readonly at: number;
  state: InteractionState;
  ephemeral: boolean;
  /** When the first response came. */
  acknowledgedAt?: number;
  original?: StoredMessage;
  readonly followUps: StoredMessage[];
  /** Set when the token was made to expire before its 15 minutes. */
  expired: boolean;
  /** The data of a modal or of choices, as sent. */
  data?: unknown;
}

/** Everything that exists at the double: what Discord would know. */
export class World {
  readonly mint = new SnowflakeMint();
  readonly applicationId = this.mint.next();
  readonly bot: Person = { id: this.applicationId, name: 'Backstory', bot: true, locale: 'en-US' };
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, Person>([[this.bot.id, this.bot]]);
  readonly interactions = new Map<string, StoredInteraction>();
  /** Registered commands: "" is the global scope, else a guild's id. */
  readonly commands = new Map<string, APIApplicationCommand[]>();

  addPerson(name: string, { bot = false, locale = 'en-GB' } = {}): Person {
    const person = { id: this.mint.next(), name, bot, locale };
    this.people.set(person.id, person);
    return person;
  }

  addGuild(name: string, { botIsMember = true } = {}): Guild {
    const guild: Guild = {
      id: this.mint.next(),
      name,
      owner: this.addPerson('Owner'),
      channels: [],
      members: new Map(),
      botIsMember,
      botMay: everybodyMay(),
    };
    this.guilds.set(guild.id, guild);
    this.join(guild, guild.owner);
    if (botIsMember) this.join(guild, this.bot);
    return guild;
  }

  /** Makes somebody a member; `permissions` are theirs beyond everybody's. */
  join(guild: Guild, person: Person, permissions = 0n): void {
    guild.members.set(person.id, { person, permissions });
  }

  addChannel(
    guild: Guild,
    name: string,
    {
      type = ChannelType.GuildText as ChannelType,
      botDenied = 0n,
      parent = undefined as Channel | undefined,
    } = {},
  ): Channel {
    const channel: Channel = {
      id: this.mint.next(),
      type,
      name,
      guild,
      ...(parent && { parent }),
      botDenied,
      messages: new Map(),
    };
    guild.channels.push(channel);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The one DM between the bot and a person. */
  dmWith(person: Person): Channel {
    for (const channel of this.channels.values()) if (channel.recipient?.id === person.id) return channel;
    const channel: Channel = {
      id: this.mint.next(),
      type: ChannelType.DM,
      name: '',
      recipient: person,
      botDenied: 0n,
      messages: new Map(),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Every message the bot has visible anywhere, oldest first. */
  botMessages(): StoredMessage[] {
    return [...this.channels.values()]
      .flatMap((channel) => [...channel.messages.values()])
      .filter((message) => message.author.id === this.bot.id && !message.deleted)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }
}
