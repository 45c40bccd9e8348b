import { describe, expect, it, onTestFinished } from 'vitest';
import type { Destination } from '../../src/chat/destination.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startDiscordDouble } from '../doubles/discord/discord-double.ts';
import { silentLog } from '../support/every-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startService } from './started-service.ts';

const ANSWERED = 'Who is Jen Psaki?';
const UNANSWERED = 'Who won the football match?';
const MINUTE = 60_000;

/** A data folder with subscriptions that became due a moment ago, as if the service had been down. */
async function folderWithDue(destinations: readonly Destination[]): Promise<string> {
  const folder = temporaryFolder();
  const now = Date.now();
  const store = await openStore({ kind: 'folder', folder }, { log: silentLog, now });
  const due = new Date(now - 2 * MINUTE);
  const schedule = {
    minute: due.getUTCHours() * 60 + due.getUTCMinutes(),
    weekdays: 127,
    zone: 'UTC',
    quietDates: [],
  };
  for (const destination of destinations) {
    const terms = {
      destination,
      story: undefined,
      schedule,
      whenUnchanged: 'send',
      createdBy: 'U1',
    } as const;
    await createSubscriptions(store).add(terms, now - 60 * MINUTE);
  }
  await store.close();
  return folder;
}

/** What Prometheus would fetch: every line's number by what stands before it. */
async function metricsOf(url: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('metrics of the service', { timeout: 60_000 }, () => {
  it('show what was asked and answered on every platform, what became of digests, and how the parts are', async () => {
    const discord = await startDiscordDouble();
    onTestFinished(() => discord.stop());
    const guild = discord.world.addGuild('Newsroom');
    const desk = discord.world.addChannel(guild, 'desk');
    const morning = discord.world.addChannel(guild, 'morning');
    const ann = discord.world.addPerson('Ann');
    await using service = await startService({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      BACKSTORY_DATA: await folderWithDue([
        { platform: 'discord', workspace: guild.id, kind: 'channel', id: morning.id },
        { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C0NOWHERE' },
      ]),
    });
    const { double: slack, url } = service;
    const ada = slack.person();
    for (const [index, question] of [ANSWERED, UNANSWERED].entries()) {
      await ada.directMessage(question);
      await expect.poll(() => slack.said(ada.directChannel()).length, { timeout: 10_000 }).toBe(index + 1);
      const asked = discord.people.say(ann, desk, `<@${discord.world.bot.id}> ${question}`);
      await discord.people.replyTo(asked);
      const body = new URLSearchParams({ said: question, part: 'turn' });
      expect((await fetch(`${url}/ask`, { method: 'POST', body })).status).toBe(200);
    }
    let metrics = await metricsOf(url);
    await expect
      .poll(
        async () => {
          metrics = await metricsOf(url);
          return [...metrics.keys()].filter((name) => name.startsWith('backstory_deliveries_total')).length;
        },
        { timeout: 20_000 },
      )
      .toBe(2);
    expect(metrics.get('backstory_deliveries_total{platform="discord",outcome="sent"}')).toBe(1);
    expect(metrics.get('backstory_deliveries_total{platform="slack",outcome="failed"}')).toBe(1);
    for (const platform of ['discord', 'slack', 'web']) {
      const of = (reply: string) => `{platform="${platform}",request="say",reply="${reply}"}`;
      expect(metrics.get(`backstory_requests_total${of('answer')}`), platform).toBe(1);
      expect(metrics.get(`backstory_requests_total${of('unanswered')}`), platform).toBe(1);
      for (const reply of ['answer', 'unanswered']) {
        const who = `backstory_understood_total{platform="${platform}",kind="who",reply="${reply}"}`;
        expect(metrics.get(who), platform).toBe(1);
      }
      expect(metrics.get(`backstory_answer_seconds_count{platform="${platform}"}`)).toBe(2);
      expect(metrics.get(`backstory_part_state{part="${platform}",state="up"}`), platform).toBe(1);
    }
    for (const platform of ['discord', 'slack']) {
      const calls = `backstory_platform_call_seconds_count{platform="${platform}",outcome="ok"}`;
      expect(metrics.get(calls), platform).toBeGreaterThanOrEqual(2);
    }
    for (const part of ['store', 'schedule']) {
      expect(metrics.get(`backstory_part_state{part="${part}",state="up"}`), part).toBe(1);
    }
    const { parts } = await (await fetch(`${url}/readyz`)).json();
    expect(Math.abs(Date.now() - Date.parse(parts.schedule.lastAt))).toBeLessThan(2 * MINUTE);
    expect(metrics.get('backstory_ready')).toBe(1);
    expect(metrics.get('backstory_delivery_queue_age_seconds')).toBeGreaterThanOrEqual(0);
    expect(metrics.get('backstory_deliveries_waiting')).toBeGreaterThanOrEqual(0);
    const tick = metrics.get('backstory_schedule_last_tick_timestamp_seconds') ?? 0;
    expect(Math.abs(Date.now() / 1000 - tick)).toBeLessThan(120);
    expect(metrics.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(50 * 2 ** 20);
  });
});
