import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { BotToken } from './credentials.ts';
import { type Delivery, HttpDelivery, SocketDelivery } from './delivery.ts';
import { type DoubleClock, ManualClock } from './double-clock.ts';
import { createState, type DoubleState } from './double-state.ts';
import { Payloads } from './payloads.ts';
import { Person } from './person.ts';
import { SocketMode } from './socket-mode.ts';
import { createWebServer } from './web-server.ts';
import type { Channel, Message, User } from './workspace.ts';

/** The scopes an app made from our manifest is given. */
export const DEFAULT_SCOPES = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'im:write',
  'users:read',
  'channels:read',
  'groups:read',
];

export const SIGNING_SECRET = 'signing-secret';
export const BOT_TOKEN = 'xoxb-double';
export const APP_TOKEN = 'xapp-double';

/**
 * A Slack on loopback with one workspace, one bot in it, and as many people as a test asks for. It refuses
 * what Slack would refuse, fails when told to, and shows what people would see.
 */
export class SlackDouble {
  readonly state: DoubleState;
  readonly team = 'T0001';
  readonly botUser = 'UBOT';
  readonly socket: SocketMode;
  readonly payloads: Payloads;
  readonly #server;
  #delivery: Delivery | undefined;
  #port = 0;

  constructor(clock: DoubleClock) {
    this.state = createState(clock);
    const { workspace } = this.state;
    workspace.teams.set(this.team, { id: this.team, name: 'Newsroom' });
    workspace.users.set(this.botUser, { id: this.botUser, team: this.team, name: 'backstory', bot: true });
    this.grant(DEFAULT_SCOPES);
    this.state.credentials.addApp(APP_TOKEN);
    this.payloads = new Payloads(this.state, () => this.token());
    this.#server = createWebServer(this.state, () => this.installer);
    this.socket = new SocketMode(this.state, this.#server);
  }

  /** Who presses "Allow" on the consent page, and for what. */
  installer: { team: string; user: string; enterprise?: string } = { team: this.team, user: 'U-installer' };

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    this.payloads.responseBase = `http://127.0.0.1:${this.#port}/response/`;
    return this;
  }

  async stop(): Promise<void> {
    this.socket.stop();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api/`;
  }

  get authorizeUrl(): string {
    return `http://127.0.0.1:${this.#port}/oauth/v2/authorize`;
  }

  /** Events and interactions go to this address, signed. */
  deliverByHttp(url: string): void {
    this.#delivery = new HttpDelivery(url, SIGNING_SECRET, this.state.clock);
  }

  deliverBySocket(): void {
    this.#delivery = new SocketDelivery(this.socket);
  }

  /** Gives the bot token these scopes. */
  grant(scopes: readonly string[]): void {
    this.state.credentials.addBot({
      token: BOT_TOKEN,
      team: this.team,
      botUser: this.botUser,
      botId: 'B0001',
      scopes: new Set(scopes),
    });
  }

  person(options: Partial<Omit<User, 'id' | 'name'>> = {}): Person {
    const { workspace } = this.state;
    const id = workspace.id('U');
    const user = { id, team: this.team, name: `person-${id}`, ...options };
    workspace.users.set(id, user);
    return new Person(
      user,
      this.state,
      this.payloads,
      () => this.#wayToApp(),
      () => this.token().botUser,
    );
  }

  channel(
    people: readonly Person[],
    options: { kind?: 'public' | 'private'; withoutBot?: boolean; name?: string } = {},
  ): Channel {
    const { workspace } = this.state;
    const members = new Set(people.map(({ user }) => user.id));
    if (!options.withoutBot) members.add(this.token().botUser);
    const team = people[0]?.user.team ?? this.team;
    const id = workspace.id('C');
    const { kind = 'public', name = `channel-${id.toLowerCase()}` } = options;
    const channel: Channel = { id, team, kind, name, members };
    workspace.channels.set(channel.id, channel);
    return channel;
  }

  /** What the bot said in a channel for all to see, oldest first. */
  said(channel: Channel): readonly Message[] {
    return this.state.workspace.messages.filter(
      (one) => one.bot && one.channel === channel.id && one.to === undefined,
    );
  }

  /** What only this person sees. */
  whispered(channel: Channel, person: Person): readonly Message[] {
    return this.state.workspace.messages.filter(
      (one) => one.bot && one.channel === channel.id && one.to === person.user.id,
    );
  }

  /** Tells the app of something no person did. @param wrapper what stands around the event in place of the usual */
  async announce(event: object, wrapper: object = {}): Promise<void> {
    await this.#wayToApp().event({ ...this.payloads.event(this.team, event), ...wrapper });
  }

  token(): BotToken {
    const installed = this.state.credentials.ofTeam('') ?? this.state.credentials.ofTeam(this.team);
    if (!installed) throw new Error('the app is not installed');
    return installed;
  }

  #wayToApp(): Delivery {
    if (!this.#delivery) throw new Error('say deliverByHttp or deliverBySocket first');
    return this.#delivery;
  }
}

/** Starts a double on a free loopback port. */
export function startSlackDouble(clock: DoubleClock = new ManualClock()): Promise<SlackDouble> {
  return new SlackDouble(clock).listen();
}
