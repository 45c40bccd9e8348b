import type { Adapter } from '../../../src/chat/adapter.ts';
import type { Courier } from '../../../src/chat/courier.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { Log } from '../../../src/ops/log.ts';
import { shelfWith } from '../../support/stories.ts';
import type { Door } from './crash-ground.ts';
import { httpCourier } from './http-courier.ts';

/** The couriers of a round's platforms; Discord's and Slack's are those of the real adapters, started for it. */
export async function couriersOf(door: Door, log: Log): Promise<readonly Courier[]> {
  switch (door.kind) {
    case 'plain':
      return [httpCourier(door.url, 'discord'), httpCourier(door.url, 'slack')];
    case 'discord':
      return [courierOf(await discord(door, log))];
    case 'slack':
      return [courierOf(await slack(door, log))];
    default:
      return door satisfies never;
  }
}

// Imported only where they are started: a process that is killed soon has no time to lose.
async function discord({ apiUrl, token }: Extract<Door, { kind: 'discord' }>, log: Log): Promise<Adapter> {
  const { readDiscordSettings } = await import('../../../adapters/discord/settings.ts');
  const { startDiscord } = await import('../../../adapters/discord/start-discord.ts');
  const read = readDiscordSettings({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });
  if (!('settings' in read)) throw new Error(read.problems.join('; '));
  const chat = createChat({ stories: shelfWith() });
  return startDiscord({ settings: read.settings, chat, log, clock: systemClock });
}

async function slack({ apiUrl, token }: Extract<Door, { kind: 'slack' }>, log: Log): Promise<Adapter> {
  const { SLACK_TIMING, startSlack } = await import('../../../adapters/slack/start-slack.ts');
  return startSlack({
    settings: {
      kind: 'on',
      // Nothing comes in by it: digests only go out.
      transport: { kind: 'http', signingSecret: 'unused' },
      install: { kind: 'token', botToken: token },
      apiUrl,
      adminsOnly: false,
    },
    chat: createChat({ stories: shelfWith() }),
    clock: systemClock,
    log,
    timing: SLACK_TIMING,
  });
}

function courierOf({ name, courier }: Adapter): Courier {
  if (!courier) throw new Error(`${name} has no courier`);
  return courier;
}
