import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type SlackDouble, startSlackDouble } from '../../../test/doubles/slack/slack-double.ts';

/** The bot in its own process and the double of Slack it talks to, which is in this one. */
export interface RunningBot extends AsyncDisposable {
  readonly double: SlackDouble;
  /** Resolves when the bot is done with all it was sent. */
  settled(): Promise<Used>;
}

/** What the bot's process used so far. */
export interface Used {
  /** Memory at its peak, in MB. */
  readonly peak: number;
  /** Processor time, in ms. */
  readonly cpu: number;
}

/** Milliseconds since the epoch, in fractions: latencies are differences of these. */
export const fineClock = { now: () => performance.timeOrigin + performance.now() };

/** @param requestTimeout of the bot's requests to Slack, in milliseconds */
export async function startBot(requestTimeout = 10_000): Promise<RunningBot> {
  const double = await startSlackDouble(fineClock);
  const script = join(import.meta.dirname, 'bot-process.ts');
  const child = fork(script, [double.apiUrl, String(requestTimeout)]);
  const [{ port }] = await once(child, 'message');
  double.deliverByHttp(`http://127.0.0.1:${port}/slack/events`);
  return {
    double,
    async settled() {
      child.send('settled?');
      const [used] = await once(child, 'message');
      return used;
    },
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await once(child, 'exit');
      await double.stop();
    },
  };
}
