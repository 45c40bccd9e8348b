import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { terminalAdapter } from '../../adapters/terminal/terminal-adapter.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { BRIDGE, MORNING } from './stories.ts';

const CLI = fileURLToPath(new URL('../../src/backstory.mjs', import.meta.url));

/** No settings of this machine's: an empty one is one that is not set, and wins over a .env file. */
const BARE = {
  PATH: process.env['PATH'] ?? '',
  STORIES_DIR: '',
  DISCORD_TOKEN: '',
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_CLIENT_ID: '',
  DATABASE_URL: '',
  // In the folder the command runs in.
  BACKSTORY_DATA: 'data',
};

/** What a command that ended said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The service, running. */
export interface Serving {
  readonly url: string;
  stop(): Promise<{ readonly code: number | null; readonly out: string }>;
}

/** A folder of its own, which holds bridge.md; the command runs there. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'backstory-'));

  constructor() {
    this.write('bridge.md', BRIDGE);
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { force: true });
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** Starts the command as a person would, with all its ends open. */
  start(
    args: readonly string[],
    env: Record<string, string> = {},
    cwd = this.folder,
  ): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [CLI, ...args], { cwd, env: { ...BARE, ...env }, stdio: 'pipe' });
  }

  /** Starts the service on a free port, and stops it. `input: null` is `/dev/null`. */
  async serve(args: readonly string[], input: string | null): Promise<Serving> {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: this.folder,
      env: { ...BARE, STORIES_DIR: '.', BACKSTORY_PORT: '0' },
      stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stdin?.on('error', () => {}).write(input ?? '');
    const port = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error(`it ended: ${err}`)));
      child.stderr?.setEncoding('utf8').on('data', (text) => {
        err += text;
        const [, found] = /"port":(\d+)/.exec(err) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    return {
      url: `http://127.0.0.1:${port}`,
      async stop() {
        child.kill('SIGTERM');
        const [code] = await once(child, 'exit');
        return { code, out };
      },
    };
  }

  /** Runs the command to its end in this process, for what needs none of its own. */
  async tell(args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Ran> {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const said = Promise.all([text(output), text(errors)]);
    const code = await runCommand(args, {
      env,
      folder: this.folder,
      input: Readable.from(input === '' ? [] : [Buffer.from(input)]),
      output,
      errors,
      now: () => MORNING,
      terminal: async () => terminalAdapter,
    });
    output.end();
    errors.end();
    const [out, err] = await said;
    return { code, out, err };
  }

  /** Runs the command to its end in a process of its own. `input: null` is `/dev/null`. */
  run(
    args: readonly string[],
    input: string | null = null,
    env: Record<string, string> = {},
    cwd = this.folder,
  ): Promise<Ran> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [CLI, ...args], {
        cwd,
        env: { ...BARE, ...env },
        stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      });
      let [out, err] = ['', ''];
      child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
      child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
      child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
      // A command that ends early leaves its input unread.
      child.stdin?.on('error', () => {}).end(input);
    });
  }
}

/** The lines of an output. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
