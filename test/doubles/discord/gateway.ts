import { EventEmitter } from 'node:events';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import * as z from 'zod';
import type { GatewayData } from './gateway-data.ts';
import { checkDispatch } from './gateway-rules.ts';
import { GatewaySession } from './gateway-session.ts';
import { guildCreatePayload, userPayload } from './guild-payload.ts';
import { shardOf } from './snowflake.ts';
import type { World } from './world.ts';

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const EVERY_INTENT = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);
/** Events a client may send in a minute before it is closed with 4008. */
const SENDS_A_MINUTE = 120;

const envelope = z.object({ op: z.int(), d: z.unknown() });
const identifyData = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resumeData = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export interface GatewaySettings {
  readonly token: string;
  readonly heartbeatMs: number;
  /** Privileged intents switched on in the developer portal. */
  readonly privilegedIntents: number;
  /** Below this many shards an unsharded identify is refused with 4011. */
  readonly shardsRequired: number;
  /** Whether each dispatch is held to its schema: off in load tests. */
  readonly checked: boolean;
  url(): string;
}

interface Events {
  ready: [GatewaySession];
  resumed: [GatewaySession];
  closed: [GatewaySession];
}

/** The websocket side of the double: sessions, their events, and everything that goes wrong with them. */
export class Gateway extends EventEmitter<Events> {
  /** False withholds heartbeat acknowledgements: a deaf connection. */
  acknowledgesHeartbeats = true;
  /** When set, every identify is closed with this code. */
  refuses: GatewayCloseCodes | undefined;
  /** A resume replays this many events again that the client already had. */
  replayedTwice = 0;
  readonly identified: z.infer<typeof identifyData>[] = [];
  resumes = 0;
  /** Dispatches that no session was there for: what Discord itself would lose. */
  undelivered = 0;
  readonly #world: World;
  readonly #settings: GatewaySettings;
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #sockets = new Set<WebSocket>();

  constructor(world: World, settings: GatewaySettings) {
    super();
    this.#world = world;
    this.#settings = settings;
  }

  /** Sessions whose socket is open. */
  get connected(): GatewaySession[] {
    return [...this.#sessions.values()].filter((session) => session.socket !== undefined);
  }

  /** Whether anybody would get an event now or by resuming. */
  get hasSession(): boolean {
    return this.#sessions.size > 0;
  }

  accept(socket: WebSocket): void {
    let session: GatewaySession | undefined;
    const sends: number[] = [];
    this.#sockets.add(socket);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (session?.socket === socket) {
        session.socket = undefined;
        this.emit('closed', session);
      }
    });
    socket.on('message', (raw) => {
      const now = Date.now();
      while (sends[0] !== undefined && sends[0] < now - 60_000) sends.shift();
      sends.push(now);
      if (sends.length > SENDS_A_MINUTE) socket.close(GatewayCloseCodes.RateLimited);
      else session = this.#receive(socket, session, String(raw)) ?? session;
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#settings.heartbeatMs } });
  }

  /** Sends an event to the shard it belongs to, if it asked for such events. */
  dispatch<T extends keyof GatewayData>(
    event: T,
    guildId: string | undefined,
    data: (intents: number) => GatewayData[T],
  ): void {
    let reached = false;
    for (const session of this.#sessions.values()) {
      if (shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
      if (!wants(session.intents, event, guildId)) continue;
      reached = true;
      this.#send(session, event, data(session.intents));
    }
    if (!reached) this.undelivered++;
  }

  /** Asks every client to reconnect and resume (op 7). */
  askToReconnect(): void {
    for (const socket of this.#sockets) send(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Invalidates every session (op 9); not resumable ones are forgotten with what they missed. */
  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets) send(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  close(code: number): void {
    for (const socket of this.#sockets) socket.close(code);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #receive(socket: WebSocket, session: GatewaySession | undefined, text: string): GatewaySession | undefined {
    const message = envelope.safeParse(parseJson(text));
    if (!message.success) {
      socket.close(GatewayCloseCodes.DecodeError);
      return undefined;
    }
    const { op, d } = message.data;
    if (op === GatewayOpcodes.Heartbeat) {
      if (this.acknowledgesHeartbeats) send(socket, { op: GatewayOpcodes.HeartbeatAck });
      return undefined;
    }
    if (op === GatewayOpcodes.Identify) return this.#identify(socket, session, d);
    if (op === GatewayOpcodes.Resume) return this.#resume(socket, d);
    const known = op in GatewayOpcodes;
    if (!known) socket.close(GatewayCloseCodes.UnknownOpcode);
    else if (session === undefined) socket.close(GatewayCloseCodes.NotAuthenticated);
    return undefined;
  }

  #identify(socket: WebSocket, session: GatewaySession | undefined, d: unknown): GatewaySession | undefined {
    const data = identifyData.safeParse(d);
    const refusal = data.success
      ? this.#refusal(data.data, session !== undefined)
      : GatewayCloseCodes.DecodeError;
    if (!data.success || refusal !== undefined) {
      socket.close(refusal);
      return undefined;
    }
    this.identified.push(data.data);
    const shard = data.data.shard ?? ([0, 1] as const);
    const made = new GatewaySession(this.#world.mint.next(), shard, data.data.intents, socket);
    this.#sessions.set(made.id, made);
    this.#welcome(made);
    this.emit('ready', made);
    return made;
  }

  #refusal(data: z.infer<typeof identifyData>, again: boolean): GatewayCloseCodes | undefined {
    const [index, count] = data.shard ?? [0, 1];
    if (this.refuses !== undefined) return this.refuses;
    if (again) return GatewayCloseCodes.AlreadyAuthenticated;
    if (data.token !== this.#settings.token) return GatewayCloseCodes.AuthenticationFailed;
    if ((data.intents & ~EVERY_INTENT) !== 0) return GatewayCloseCodes.InvalidIntents;
    if ((data.intents & PRIVILEGED & ~this.#settings.privilegedIntents) !== 0) {
      return GatewayCloseCodes.DisallowedIntents;
    }
    if (count < 1 || index < 0 || index >= count) return GatewayCloseCodes.InvalidShard;
    return count < this.#settings.shardsRequired ? GatewayCloseCodes.ShardingRequired : undefined;
  }

  #welcome(session: GatewaySession): void {
    const { bot, applicationId, guilds } = this.#world;
    const [index, count] = session.shard;
    const mine = [...guilds.values()].filter(
      (guild) => guild.botIsMember && shardOf(guild.id, count) === index,
    );
    this.#send(session, 'READY', {
      v: 10,
      user: {
        ...userPayload(bot),
        verified: true,
        mfa_enabled: false,
        email: null,
      } as GatewayData['READY']['user'],
      guilds: mine.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#settings.url(),
      shard: [index, count],
      application: { id: applicationId, flags: 0 as number, flags_new: '0' },
    });
    for (const guild of mine) this.#send(session, 'GUILD_CREATE', guildCreatePayload(guild, bot));
  }

  #resume(socket: WebSocket, d: unknown): GatewaySession | undefined {
    const data = resumeData.safeParse(d);
    if (!data.success) socket.close(GatewayCloseCodes.DecodeError);
    else if (data.data.token !== this.#settings.token) socket.close(GatewayCloseCodes.AuthenticationFailed);
    else {
      const session = this.#sessions.get(data.data.session_id);
      if (session === undefined) send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      else if (data.data.seq > session.sequence) socket.close(GatewayCloseCodes.InvalidSeq);
      else {
        this.resumes++;
        session.resume(socket, data.data.seq - this.replayedTwice);
        this.emit('resumed', session);
        return session;
      }
    }
    return undefined;
  }

  #send<T extends keyof GatewayData>(session: GatewaySession, event: T, data: GatewayData[T]): void {
    if (this.#settings.checked) checkDispatch(event, data);
    session.dispatch(event, data);
  }
}

function wants(intents: number, event: keyof GatewayData, guildId: string | undefined): boolean {
  if (/^(?:GUILD|CHANNEL|THREAD)_/.test(event)) return (intents & GatewayIntentBits.Guilds) !== 0;
  if (!event.startsWith('MESSAGE_')) return true;
  const needed = guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  return (intents & needed) !== 0;
}

function send(socket: WebSocket, payload: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
