import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFromEnv as startDiscordFromEnv } from '../../adapters/discord/start-from-env.ts';
import { startFromEnv as startSlackFromEnv } from '../../adapters/slack/start-from-env.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Platform, StartPlatform } from '../../src/cli/platform.ts';
import { runService } from '../../src/cli/run-service.ts';
import { systemClock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import { createPrometheus } from '../../src/ops/prometheus.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { type DiscordDouble, startDiscordDouble } from '../doubles/discord/discord-double.ts';
import type { Channel, Person } from '../doubles/discord/world.ts';
import {
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackDouble,
  startSlackDouble,
} from '../doubles/slack/slack-double.ts';
import { BRIDGE, shelfWith } from '../support/stories.ts';

const QUESTION = 'What did Ingrid Solheim say?';

const on = (start: StartPlatform): Platform => ({
  settings: async () => ({ isOn: true }),
  load: async () => start,
});

describe('Discord and Slack in one service', () => {
  let slack: SlackDouble;
  let discord: DiscordDouble;
  let channel: Channel;
  let ann: Person;
  let readiness: Readiness;
  let service: Promise<void>;
  let stop: PromiseWithResolvers<void>;

  beforeEach(async () => {
    slack = await startSlackDouble(systemClock);
    discord = await startDiscordDouble();
    const guild = discord.world.addGuild('Newsroom');
    channel = discord.world.addChannel(guild, 'desk');
    ann = discord.world.addPerson('Ann');
    discord.world.join(guild, ann);
    readiness = new Readiness();
  });
  afterEach(async () => {
    stop.resolve();
    await service;
    await slack.stop();
    await discord.stop();
  });

  /** Runs the service as it is run in life; resolves when it says that it runs. */
  async function run(): Promise<void> {
    stop = Promise.withResolvers();
    const running = Promise.withResolvers<number>();
    const note = (fields: object, message: string) => {
      if (message === 'running' && 'port' in fields) running.resolve(Number(fields.port));
    };
    const log: Log = { debug: note, info: note, warn: note, error: note };
    service = runService({
      platforms: { discord: on(startDiscordFromEnv), slack: on(startSlackFromEnv) },
      env: {
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_API_URL: slack.apiUrl,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
      },
      chat: createChat({ stories: shelfWith(BRIDGE) }),
      log,
      clock: systemClock,
      http: { host: '127.0.0.1', port: 0, isSet: true },
      metrics: noMetrics,
      watched: { readiness, prometheus: createPrometheus(readiness) },
      stop: stop.promise,
    });
    service.catch(running.reject);
    slack.deliverByHttp(`http://127.0.0.1:${await running.promise}/slack/events`);
  }

  const answersOnDiscord = async (): Promise<void> => {
    discord.people.say(ann, channel, `<@${discord.world.bot.id}> ${QUESTION}`);
    await expect.poll(() => discord.world.botMessages().length, { timeout: 5000 }).toBe(1);
  };
  const answersOnSlack = async (): Promise<void> => {
    const ada = slack.person();
    await ada.directMessage(QUESTION);
    await expect.poll(() => slack.said(ada.directChannel()).length, { timeout: 5000 }).toBe(1);
  };

  it('both answer', async () => {
    await run();
    await answersOnDiscord();
    await answersOnSlack();
  });

  it('Slack down does not touch Discord', async () => {
    slack.state.faults.atRandom(() => ({ kind: 'reset', acted: false }));
    await run();
    await answersOnDiscord();
    const { ready, parts } = readiness.report();
    expect([ready, parts['slack']?.kind, parts['discord']?.kind]).toEqual([true, 'degraded', 'up']);
  });

  it('Discord down does not touch Slack', async () => {
    await run();
    discord.faults.randomly(
      1,
      () => 0,
      () => ({ kind: 'reset', when: 'before' }),
    );
    discord.gateway.drop();
    await answersOnSlack();
    const { ready, parts } = readiness.report();
    expect([ready, parts['slack']?.kind]).toEqual([true, 'up']);
  });

  it('a token that Slack refuses leaves Discord running', async () => {
    slack.state.credentials.revoke(BOT_TOKEN);
    await run();
    await answersOnDiscord();
    expect(readiness.report().parts['slack']).toMatchObject({ kind: 'failed' });
  });
});
