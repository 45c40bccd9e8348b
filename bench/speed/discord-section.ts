import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchBot, startBenchBot } from './discord/bench-bot.ts';
import { Tally } from './discord/tally.ts';
import type { Report, Section } from './report.ts';

const QUESTIONS = [
  'what did Biden say?',
  'how many troops has Russia deployed?',
  'who is Jen Psaki?',
  'when do Blinken and Lavrov meet?',
  'who won the football match?',
  'what does Russia demand from NATO?',
];
/** Of ten questions, so many come by mention; the others by command, which Discord's global limit spares. */
const BY_MENTION = 6;

/** The real client against the double: speed under load, a flood, and lost connections. */
export const discordSection: Section = {
  name: 'discord',
  async run({ quick }) {
    const reports = [
      await withBot((bot) => steady(bot, quick ? 10 : 60)),
      await withBot((bot) => flood(bot)),
      await withBot((bot) => disconnects(bot, quick ? 20 : 200)),
    ];
    return { tables: reports.flatMap(({ tables }) => tables), goals: reports.flatMap(({ goals }) => goals) };
  },
};

async function withBot(measure: (bot: BenchBot) => Promise<Report>): Promise<Report> {
  const bot = await startBenchBot();
  try {
    return await measure(bot);
  } finally {
    await bot.stop();
  }
}

async function steady(bot: BenchBot, seconds: number): Promise<Report> {
  const tally = new Tally(bot);
  const perSecond = 50;
  await askFor(tally, seconds, perSecond);
  await tally.settled(2_000);
  const sorted = tally.latencies.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const peakMb = await bot.peakMb();
  const lost = tally.asked - tally.answered;
  return {
    tables: [
      {
        title: `Discord, ${perSecond} questions a second for ${seconds} s: from the gateway’s event to the request`,
        columns: ['p50 ms', 'p99 ms', 'most ms', 'asked', 'lost', 'doubled', 'peak MB'],
        rows: [
          {
            name: 'Backstory',
            cells: [at(0.5), at(0.99), sorted.at(-1), tally.asked, lost, tally.doubled, peakMb],
          },
        ],
      },
    ],
    goals: [
      { what: 'Discord: event to request, p50', measured: at(0.5), atMost: 15, unit: 'ms' },
      { what: 'Discord: event to request, p99', measured: at(0.99), atMost: 60, unit: 'ms' },
      { what: 'Discord: questions lost or doubled', measured: lost + tally.doubled, atMost: 0, unit: '' },
    ],
  };
}

/** The client keeps to Discord's 50 requests a second, so the answers take their time; none may be missing. */
async function flood(bot: BenchBot): Promise<Report> {
  const idleMb = await bot.peakMb();
  const tally = new Tally(bot);
  const count = 2_000;
  const began = performance.now();
  for (let number = 0; number < count; number++) {
    tally.mention(number, question(number));
    const due = (number / count) * 1_000 - (performance.now() - began);
    if (due > 1) await sleep(due);
  }
  const asking = (performance.now() - began) / 1_000;
  await tally.settled(5_000);
  const peakMb = await bot.peakMb();
  const missing = count - tally.answered;
  return {
    tables: [
      {
        title: `Discord, a flood of ${count.toLocaleString('en')} mentions`,
        columns: ['asked in s', 'answered or declined', 'missing', 'doubled', 'idle MB', 'peak MB'],
        rows: [
          { name: 'Backstory', cells: [asking, tally.answered, missing, tally.doubled, idleMb, peakMb] },
        ],
      },
    ],
    goals: [
      { what: 'Discord: memory in a flood, peak', measured: peakMb, atMost: 400, unit: 'MB' },
      { what: 'Discord: flood, missing or doubled', measured: missing + tally.doubled, atMost: 0, unit: '' },
    ],
  };
}

/** Connections cut in every way while people ask; a question asked without a session is Discord's to lose. */
async function disconnects(bot: BenchBot, times: number): Promise<Report> {
  const tally = new Tally(bot);
  const { gateway } = bot.discord;
  let asking = true;
  const questions = (async () => {
    for (let number = 0; asking; number++) {
      // Nobody asks what no session hears: it would be lost before it is ours.
      if (gateway.hasSession) ask(tally, number);
      await sleep(50);
    }
  })();
  for (let cut = 0; cut < times; cut++) {
    const seen = new AbortController();
    const back = Promise.race(
      ['resumed', 'ready'].map((event) =>
        once(gateway, event, { signal: seen.signal }).catch(() => undefined),
      ),
    );
    gateway.replayedTwice = cut % 4;
    disconnect(bot, cut);
    await back;
    seen.abort();
    await sleep(100 + Math.random() * 400);
  }
  asking = false;
  await questions;
  await tally.settled(4_000);
  const late = tally.asked - tally.answered;
  const expired = bot.discord.expired();
  return {
    tables: [
      {
        title: `Discord, ${times} lost connections while people ask`,
        columns: ['asked', 'answered once', 'token expired', 'lost', 'doubled'],
        rows: [
          {
            name: 'Backstory',
            cells: [
              tally.asked,
              tally.answered - tally.doubled,
              expired,
              Math.max(0, late - expired),
              tally.doubled,
            ],
          },
        ],
      },
    ],
    goals: [
      {
        what: 'Discord: lost or doubled over lost connections',
        measured: Math.max(0, late - expired) + tally.doubled,
        atMost: 0,
        unit: '',
      },
    ],
  };
}

function disconnect({ discord: { gateway } }: BenchBot, cut: number): void {
  // Now and then for good, with a new session afterwards.
  if (cut % 25 === 24) gateway.invalidate(false);
  else
    [
      () => gateway.drop(),
      () => gateway.askToReconnect(),
      () => gateway.invalidate(true),
      () => gateway.close(4_000),
    ][cut % 4]?.();
}

async function askFor(tally: Tally, seconds: number, perSecond: number): Promise<void> {
  const began = performance.now();
  for (let number = 0; number < seconds * perSecond; number++) {
    const due = (number * 1_000) / perSecond - (performance.now() - began);
    if (due > 0) await sleep(due);
    ask(tally, number);
  }
}

function ask(tally: Tally, number: number): void {
  if (number % 10 < BY_MENTION) tally.mention(number, question(number));
  else tally.command(number, question(number));
}

function question(number: number): string {
  return QUESTIONS[number % QUESTIONS.length] ?? '';
}
