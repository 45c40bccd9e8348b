import type { Report, Section } from './report.ts';
import { type FaultRun, runWithFaults } from './slack/fault-run.ts';
import { type Asked, arrivals, Crowd } from './slack/load.ts';
import { type RunningBot, startBot, type Used } from './slack/running-bot.ts';
import { summarise, type Timing } from './stopwatch.ts';

interface LoadRun {
  readonly acknowledged: Timing;
  readonly answered: Timing;
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  /** Of the bot's process, in MB. */
  readonly peak: number;
  /** Of the bot's process for each question, in ms. */
  readonly cpu: number;
}

/** The bot on Slack over HTTP, against the double: a steady load, a flood, and a Slack that fails. */
export const slackSection: Section = {
  name: 'slack',
  async run({ quick }) {
    const steady = await runSteadily(50, quick ? 6 : 60);
    const flood = await runFlood(1000);
    const faulty = await runWithFaults(quick ? 200 : 1000);
    return report(steady, flood, faulty);
  },
};

async function runSteadily(perSecond: number, seconds: number): Promise<LoadRun> {
  await using bot = await startBot();
  const crowd = new Crowd(bot.double, 100);
  // The first questions make the story's index and compile the code.
  await crowd.askSteadily(perSecond, 2);
  const before = await bot.settled();
  bot.double.state.calls.length = 0;
  const asked = await crowd.askSteadily(perSecond, seconds);
  return await loadRun(bot, asked, before);
}

async function runFlood(size: number): Promise<LoadRun> {
  await using bot = await startBot();
  const crowd = new Crowd(bot.double, 200);
  await crowd.askSteadily(50, 4);
  const before = await bot.settled();
  bot.double.state.calls.length = 0;
  const asked = await crowd.askSteadily(size, 1);
  // Awaited here: the bot is stopped at the end of this function.
  return await loadRun(bot, asked, before);
}

async function loadRun(bot: RunningBot, asked: readonly Asked[], before: Used): Promise<LoadRun> {
  const used = await bot.settled();
  const arrived = arrivals(bot.double);
  const answers = asked.map(({ mark }) => arrived.get(mark) ?? []);
  return {
    acknowledged: summarise(asked.map(({ sentAt, acknowledgedAt }) => acknowledgedAt - sentAt)),
    answered: summarise(
      asked.flatMap(({ sentAt }, at) => (answers[at]?.[0] === undefined ? [] : [answers[at][0] - sentAt])),
    ),
    asked: asked.length,
    lost: answers.filter(({ length }) => length === 0).length,
    doubled: answers.filter(({ length }) => length > 1).length,
    peak: used.peak,
    cpu: (used.cpu - before.cpu) / asked.length,
  };
}

function report(steady: LoadRun, flood: LoadRun, faulty: FaultRun): Report {
  const row = (name: string, run: LoadRun) => ({
    name,
    cells: [
      run.asked,
      run.acknowledged.median,
      run.acknowledged.p99,
      run.answered.median,
      run.answered.p99,
      run.lost,
      run.doubled,
      run.cpu,
      run.peak,
    ],
  });
  return {
    tables: [
      {
        title: 'Slack over HTTP: from the signed request to the acknowledgement, and to the answer at Slack',
        columns: [
          'asked',
          'ack median ms',
          'p99',
          'answer median ms',
          'p99',
          'lost',
          'doubled',
          'CPU ms',
          'peak MB',
        ],
        rows: [row('50 a second', steady), row('1,000 in a second', flood)],
      },
      {
        title:
          'Slack failing at 10 % of requests: 5xx, resets, time-outs, before and after it acted, and 429',
        columns: ['asked', 'faults', 'answered', 'shown again', 'needless offers', 'lost', 'doubled'],
        rows: [
          {
            name: 'one by one and by fifties',
            cells: [
              faulty.asked,
              faulty.faults,
              faulty.answered,
              faulty.shownAgain,
              faulty.offeredNeedlessly,
              faulty.lost,
              faulty.doubled,
            ],
          },
        ],
      },
    ],
    goals: [
      { what: 'answer at 50 a second, median', measured: steady.answered.median, atMost: 15, unit: 'ms' },
      { what: 'answer at 50 a second, p99', measured: steady.answered.p99, atMost: 60, unit: 'ms' },
      { what: 'acknowledgement in a flood, p99', measured: flood.acknowledged.p99, atMost: 100, unit: 'ms' },
      { what: 'lost at 50 a second and in a flood', measured: steady.lost + flood.lost, atMost: 0, unit: '' },
      { what: 'lost while Slack fails', measured: faulty.lost, atMost: 0, unit: '' },
      { what: 'doubled', measured: steady.doubled + flood.doubled + faulty.doubled, atMost: 0, unit: '' },
    ],
  };
}
