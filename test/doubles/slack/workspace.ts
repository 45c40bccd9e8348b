import type { SlackBlock, SlackView } from './block-schema.ts';
import type { DoubleClock } from './double-clock.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly enterprise?: { readonly id: string; readonly name: string };
}

export interface User {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly admin?: boolean;
  readonly owner?: boolean;
  readonly bot?: boolean;
  readonly timeZone?: string;
  /** May see only the channels they are in. */
  readonly guest?: boolean;
  readonly locale?: string;
}

export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly name: string;
  readonly members: Set<string>;
  archived?: boolean;
  /** Only admins may post. */
  restricted?: boolean;
}

/** docs.slack.dev/messaging/message-metadata. */
export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** A message as people see it; `to` when only one person does. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  readonly thread?: string;
  readonly to?: string;
  readonly at: number;
  /** What the app wrote on it for itself. */
  readonly metadata?: MessageMetadata;
  text: string;
  blocks: readonly SlackBlock[];
  edited: boolean;
  unfurls: boolean;
}

/** Everything a workspace holds; what is asked of it over the Web API is checked elsewhere. */
export class Workspace {
  readonly teams = new Map<string, Team>();
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  /** By user. */
  readonly homes = new Map<string, SlackView>();
  /** Open modals by view id. */
  readonly modals = new Map<string, { readonly user: string; view: SlackView; hash: string }>();
  readonly #clock: DoubleClock;
  #counter = 0;

  constructor(clock: DoubleClock) {
    this.#clock = clock;
  }

  /** The next id of a kind, such as `C0001`. */
  id(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${String(this.#counter).padStart(4, '0')}`;
  }

  /** A message stamp: unique and rising, also when the clock stands still or goes back. */
  stamp(): string {
    this.#counter += 1;
    const seconds = Math.floor(this.#clock.now() / 1000);
    return `${seconds}.${String(this.#counter).padStart(6, '0')}`;
  }

  add(message: Omit<Message, 'ts' | 'at' | 'edited'>): Message {
    const added: Message = { ...message, ts: this.stamp(), at: this.#clock.now(), edited: false };
    this.messages.push(added);
    return added;
  }

  /** A message everybody in the channel can see. */
  find(channel: string, ts: string): Message | undefined {
    return this.messages.find((one) => one.channel === channel && one.ts === ts && one.to === undefined);
  }

  remove(message: Message): void {
    this.messages.splice(this.messages.indexOf(message), 1);
  }

  /** The direct conversation of a person with a bot, opened when there is none. */
  directChannel(team: string, user: string, bot: string): Channel {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'im' && channel.members.has(user) && channel.members.has(bot)) return channel;
    }
    const channel: Channel = {
      id: this.id('D'),
      team,
      kind: 'im',
      name: '',
      members: new Set([user, bot]),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }
}
