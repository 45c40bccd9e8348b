import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import type { GatewayData } from './gateway-data.ts';
import { channelPayload, guildCreatePayload } from './guild-payload.ts';
import { People } from './people.ts';
import { type RateLimitSettings, RateLimits } from './rate-limits.ts';
import type { Discord, Happenings } from './rest-route.ts';
import { type RestRecord, serveRest } from './rest-server.ts';
import { type Channel, type Guild, World } from './world.ts';

export interface DoubleOptions extends RateLimitSettings {
  readonly heartbeatMs?: number;
  /** What `GET /gateway/bot` recommends. */
  readonly shards?: number;
  readonly shardsRequired?: number;
  readonly privilegedIntents?: number;
  /** Milliseconds an interaction waits for its first response: Discord's 3,000. */
  readonly deadlineMs?: number;
  /** False in load tests: dispatches are not held to their schema and requests are not kept. */
  readonly checked?: boolean;
}

/** Discord on this machine: REST and gateway to which the real client connects. */
export interface DiscordDouble {
  /** What `DISCORD_API_URL` is set to. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly people: People;
  readonly happenings: EventEmitter<Happenings>;
  /** Every request, oldest first, unless `checked` is false. */
  readonly requests: readonly RestRecord[];
  /** Called with every request as it arrives. */
  onRequest: ((record: RestRecord) => void) | undefined;
  /** Interactions whose token was no good any more when the bot's first response came, or that never had one. */
  expired(): number;
  /** What of any body Discord would have refused: empty when the bot behaves. */
  issues(): readonly string[];
  /** Adds the bot to a guild made with `world.addGuild`, as when an administrator installs it. */
  install(guild: Guild): void;
  /** Takes the bot out of a guild; in an outage it only cannot be reached for a while. */
  remove(guild: Guild, outage?: boolean): void;
  deleteChannel(channel: Channel): void;
  stop(): Promise<void>;
}

/** A token in the form of a real one: the application's id, a time, a signature. */
function tokenFor(applicationId: string): string {
  return `${Buffer.from(applicationId).toString('base64url')}.AAAAAA.${'x'.repeat(38)}`;
}

export async function startDiscordDouble(options: DoubleOptions = {}): Promise<DiscordDouble> {
  const {
    heartbeatMs = 41_250,
    shards = 1,
    shardsRequired = 1,
    deadlineMs = 3_000,
    checked = true,
  } = options;
  const world = new World();
  const token = tokenFor(world.applicationId);
  const address = { gateway: '' };
  const gateway = new Gateway(world, {
    token,
    heartbeatMs,
    shardsRequired,
    privilegedIntents: options.privilegedIntents ?? 0,
    checked,
    url: () => address.gateway,
  });
  const happenings = new EventEmitter<Happenings>().setMaxListeners(0);
  const discord: Discord = { world, gateway, happenings, deadlineMs, shards, url: address };
  const faults = new Faults();
  const limits = new RateLimits(options);
  const requests: RestRecord[] = [];
  const record = (each: RestRecord): void => {
    if (checked) requests.push(each);
    double.onRequest?.(each);
  };

  const server = createServer((request, response) => {
    serveRest(request, response, discord, { token, faults, limits, record }).catch((error: unknown) => {
      // A mistake of the double's own: the test must see it, not a retried 500.
      response.writeHead(418).end(String(error));
      throw error;
    });
  });
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  sockets.on('connection', (socket) => gateway.accept(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  address.gateway = `ws://127.0.0.1:${port}/gateway`;

  const double: DiscordDouble = {
    onRequest: undefined,
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    world,
    gateway,
    faults,
    limits,
    people: new People(discord),
    happenings,
    requests,
    expired: () => [...world.interactions.values()].filter(({ state }) => state === 'pending').length,
    issues: () => requests.flatMap(({ issues }) => issues),
    install(guild) {
      gateway.dispatch('GUILD_CREATE', guild.id, () => guildCreatePayload(guild, world.bot));
    },
    remove(guild, outage = false) {
      const gone = { id: guild.id, ...(outage && { unavailable: true }) };
      gateway.dispatch('GUILD_DELETE', guild.id, () => gone as GatewayData['GUILD_DELETE']);
    },
    deleteChannel(channel) {
      world.channels.delete(channel.id);
      const payload = channelPayload(channel, world.bot);
      if (channel.parent) {
        const { id, guild, parent, type } = channel;
        const thread = { id, guild_id: guild?.id ?? '', parent_id: parent.id, type };
        gateway.dispatch('THREAD_DELETE', guild?.id, () => thread as unknown as GatewayData['THREAD_DELETE']);
      } else {
        gateway.dispatch('CHANNEL_DELETE', channel.guild?.id, () => payload as GatewayData['CHANNEL_DELETE']);
      }
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}
