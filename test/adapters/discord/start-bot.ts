import { readDiscordSettings } from '../../../adapters/discord/settings.ts';
import { type StartDiscord, startDiscord } from '../../../adapters/discord/start-discord.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { Log } from '../../../src/ops/log.ts';
import {
  type DiscordDouble,
  type DoubleOptions,
  startDiscordDouble,
} from '../../doubles/discord/discord-double.ts';
import type { Channel, Guild, Person } from '../../doubles/discord/world.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';

/** A bot on the double, with a server it is a member of and somebody there. */
export interface TestBot extends AsyncDisposable {
  readonly discord: DiscordDouble;
  readonly adapter: Adapter;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly ann: Person;
  /** How the bot is mentioned. */
  readonly mention: string;
  /** What was logged, as `level message {fields}`. */
  readonly logged: readonly string[];
  /** @throws {Error} when any body the adapter sent is one that Discord would have refused */
  stop(): Promise<void>;
}

export interface BotOptions extends Partial<Omit<StartDiscord, 'settings'>> {
  readonly double?: DoubleOptions;
  /** Settings beside the token and the double's address. */
  readonly env?: Readonly<Record<string, string>>;
  /** Prepares the double before the bot connects. */
  readonly before?: (discord: DiscordDouble, channel: Channel) => void;
}

let warm: Promise<void> | undefined;

/** Connects the real client to a double of its own. */
export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const discord = await startDiscordDouble(options.double);
  const { world } = discord;
  const guild = world.addGuild('Newsroom');
  const channel = world.addChannel(guild, 'desk');
  const ann = world.addPerson('Ann');
  world.join(guild, ann);
  options.before?.(discord, channel);
  const logged: string[] = [];
  try {
    // As the service does: the first to ask does not wait for what is read when first needed.
    warm ??= warmUp(bridgeChat(), Date.now());
    await warm;
    const adapter = await startDiscord({
      settings: settingsFor(discord, options.env),
      chat: options.chat ?? bridgeChat(),
      log: options.log ?? logTo(logged),
      clock: options.clock ?? systemClock,
      ...(options.greeted && { greeted: options.greeted }),
      ...(options.forgetServer && { forgetServer: options.forgetServer }),
      ...(options.memberships && { memberships: options.memberships }),
      ...(options.digests && { digests: options.digests }),
      // Tests ask faster than people do.
      pace: options.pace ?? { atOnce: 10_000, pauseMs: 1 },
    });
    const mention = `<@${world.bot.id}>`;
    const stop = async (): Promise<void> => {
      await adapter.stop();
      await discord.stop();
      holdToDiscordsRules(discord);
    };
    return {
      discord,
      adapter,
      guild,
      channel,
      ann,
      mention,
      logged,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await discord.stop();
    throw error;
  }
}

function holdToDiscordsRules(discord: DiscordDouble): void {
  const issues = discord.issues();
  if (issues.length > 0) throw new Error(`Discord would have refused:\n${issues.join('\n')}`);
}

/** A chat about one small story. */
export function bridgeChat(): Chat {
  return createChat({ stories: shelfWith(BRIDGE) });
}

export function settingsFor(discord: DiscordDouble, env: Readonly<Record<string, string>> = {}) {
  const read = readDiscordSettings({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...env });
  if (!('settings' in read)) throw new Error(read.problems.join('; '));
  return read.settings;
}

function logTo(lines: string[]): Log {
  const at = (level: string) => (fields: object, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
