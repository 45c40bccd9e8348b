import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkBody } from '../../../test/doubles/discord/check-body.ts';
import { type DiscordDouble, startDiscordDouble } from '../../../test/doubles/discord/discord-double.ts';
import { shardOf } from '../../../test/doubles/discord/snowflake.ts';
import type { Channel, Person } from '../../../test/doubles/discord/world.ts';

/** The bot in a process of its own, on a double here, with people in several channels. */
export interface BenchBot {
  readonly discord: DiscordDouble;
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
  /** The most the bot's process ever held, in MB. */
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

const CHANNELS = 40;
const PEOPLE = 500;

export async function startBenchBot(): Promise<BenchBot> {
  warmUpChecks();
  const discord = await startDiscordDouble({ checked: false });
  const { world } = discord;
  const guild = world.addGuild('Newsroom');
  const channels = Array.from({ length: CHANNELS }, (_, index) => world.addChannel(guild, `desk-${index}`));
  const people = Array.from({ length: PEOPLE }, (_, index) => world.addPerson(`Reader ${index}`));
  for (const person of people) world.join(guild, person);
  if (shardOf(guild.id, 1) !== 0) throw new Error('one shard has every server');
  const bot = fork(join(import.meta.dirname, 'bot-process.ts'), {
    env: { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await reply(bot);
  return {
    discord,
    channels,
    people,
    async peakMb() {
      bot.send('memory');
      const answer = await reply(bot);
      return typeof answer === 'object' && answer && 'peakMb' in answer ? Number(answer.peakMb) : Number.NaN;
    },
    async stop() {
      bot.disconnect();
      await once(bot, 'exit');
      await discord.stop();
    },
  };
}

/** The double's own schemas take a while the first time: that is not the bot's. */
function warmUpChecks(): void {
  const body = {
    flags: 1 << 15,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: 'x' },
          { type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'x' }] },
        ],
      },
    ],
  };
  for (let times = 0; times < 20; times++) {
    checkBody('message', body);
    checkBody('callback-message', { type: 4, data: body });
  }
}

async function reply(bot: ChildProcess): Promise<unknown> {
  const gone = once(bot, 'exit').then(() => {
    throw new Error('the bot’s process ended');
  });
  const [answer] = await Promise.race([once(bot, 'message'), gone]);
  return answer;
}
