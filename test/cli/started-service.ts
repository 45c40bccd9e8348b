import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { systemClock } from '../../src/ops/clock.ts';
import {
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackDouble,
  startSlackDouble,
} from '../doubles/slack/slack-double.ts';

/** The service in a process of its own, on Slack's double over HTTP. */
export interface ServiceProcess extends AsyncDisposable {
  readonly double: SlackDouble;
  readonly child: ChildProcess;
  readonly url: string;
  readonly log: () => string;
  readonly ended: Promise<unknown[]>;
}

/** Starts the service as an operator runs it; disposing of it kills it and stops the double. */
export async function startService(more: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
  const double = await startSlackDouble(systemClock);
  // What another test's service took on is not this one's.
  const data = mkdtempSync(join(tmpdir(), 'backstory-'));
  const child = spawn(process.execPath, ['src/backstory.mjs', 'start'], {
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: double.apiUrl,
      BACKSTORY_PORT: '0',
      BACKSTORY_DATA: data,
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await Promise.all([ended, double.stop()]);
    rmSync(data, { recursive: true, force: true });
  };
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  try {
    const url = await vi.waitFor(
      () => {
        const [, port] = /"port":(\d+)/.exec(log) ?? [];
        if (port === undefined) throw new Error(`not running: ${log}`);
        return `http://127.0.0.1:${port}`;
      },
      { timeout: 30_000 },
    );
    double.deliverByHttp(`${url}/slack/events`);
    return { double, child, url, log: () => log, ended, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}
