import type { Fault } from '../../../test/doubles/slack/faults.ts';
import { labels } from '../../../test/doubles/slack/person.ts';
import type { SlackDouble } from '../../../test/doubles/slack/slack-double.ts';
import { type Asked, Crowd } from './load.ts';
import { startBot } from './running-bot.ts';

/** What became of questions while every tenth request of the bot's met a fault. */
export interface FaultRun {
  readonly asked: number;
  /** Seen at once. */
  readonly answered: number;
  /** Seen after whoever asked pressed "Show the answer": Slack had not said whether it arrived. */
  readonly shownAgain: number;
  /** Offered again although it was there: nobody pressed. */
  readonly offeredNeedlessly: number;
  readonly lost: number;
  readonly doubled: number;
  readonly faults: number;
}

const POSTING = new Set(['chat.postMessage', 'chat.postEphemeral', 'response_url']);
const AGAIN = 'Show the answer';

/** Asks, answers the offers as a person would, and counts what everybody sees. */
export async function runWithFaults(questions: number): Promise<FaultRun> {
  await using bot = await startBot(300);
  const { double } = bot;
  // One question a channel: what a channel shows then belongs to it.
  const crowd = new Crowd(double, questions);
  const random = randomNumbers(20261123);
  double.state.faults.atRandom((method) => {
    if (!POSTING.has(method) || random() >= 0.1) return undefined;
    return faultOf(random);
  });
  const asked: Asked[] = [];
  for (let number = 0; number < questions; number += 50) {
    const batch = Array.from({ length: Math.min(50, questions - number) }, (_, at) => crowd.ask(number + at));
    asked.push(...(await Promise.all(batch)));
    await bot.settled();
  }
  const faults = double.state.calls.filter(({ outcome }) => FAULTS.has(outcome)).length;
  double.state.faults.clear();
  const before = asked.map((one) => answersTo(double, one));
  const offered = asked.filter((one) => offerTo(double, one) !== undefined);
  for (const one of offered) {
    const offer = offerTo(double, one);
    if (offer && answersTo(double, one) === 0) await one.person.press(offer, AGAIN);
  }
  await bot.settled();
  const after = asked.map((one) => answersTo(double, one));
  const count = (list: readonly number[], is: (seen: number) => boolean) => list.filter(is).length;
  return {
    asked: asked.length,
    answered: count(before, (seen) => seen === 1),
    shownAgain: count(after, (seen) => seen === 1) - count(before, (seen) => seen === 1),
    offeredNeedlessly: offered.filter((one) => (before[asked.indexOf(one)] ?? 0) > 0).length,
    lost: count(after, (seen) => seen === 0),
    doubled: count(after, (seen) => seen > 1),
    faults,
  };
}

const FAULTS: ReadonlySet<string> = new Set(['rate-limited', 'status', 'hang', 'reset']);

function faultOf(random: () => number): Fault {
  const acted = random() < 0.5;
  const kinds: readonly Fault[] = [
    { kind: 'status', status: 503, acted },
    { kind: 'reset', acted },
    { kind: 'hang', acted },
    { kind: 'rate-limited', retryAfter: 0 },
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? { kind: 'reset', acted };
}

function seenBy({ state }: SlackDouble, { channel }: Asked) {
  return state.workspace.messages.filter((message) => message.bot && message.channel === channel.id);
}

function answersTo(double: SlackDouble, asked: Asked): number {
  return seenBy(double, asked).filter((message) => !labels(message).includes(AGAIN)).length;
}

function offerTo(double: SlackDouble, asked: Asked) {
  return seenBy(double, asked).find((message) => labels(message).includes(AGAIN));
}

/** Mulberry32: the same faults in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
