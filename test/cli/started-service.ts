import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/ops/clock.ts';
import {
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackDouble,
  startSlackDouble,
} from '../doubles/slack/slack-double.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The service in a process of its own, on Slack's double over HTTP. */
export interface ServiceProcess {
  readonly double: SlackDouble;
  readonly child: ChildProcess;
  readonly url: string;
  readonly log: () => string;
  readonly ended: Promise<unknown[]>;
}

/** Starts the service as an operator runs it; it and the double are gone after the test. */
export async function startService(more: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
  const double = await startSlackDouble(systemClock);
  onTestFinished(() => double.stop());
  const child = spawn(process.execPath, ['src/backstory.mjs', 'start'], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: double.apiUrl,
      BACKSTORY_PORT: '0',
      // What another test's service took on is not this one's.
      BACKSTORY_DATA: temporaryFolder(),
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const port = await vi.waitFor(
    () => {
      const [, found] = /"port":(\d+)/.exec(log) ?? [];
      if (found === undefined) throw new Error(`not running: ${log}`);
      return found;
    },
    { timeout: 30_000 },
  );
  const url = `http://127.0.0.1:${port}`;
  double.deliverByHttp(`${url}/slack/events`);
  return { double, child, url, log: () => log, ended: once(child, 'exit') };
}
