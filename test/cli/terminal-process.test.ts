import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** util-linux's `script` opens a terminal for a command; where all tests must run, its absence is a failure. */
const hasScript =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ||
  process.env['CI'] === 'true';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** A command at a terminal of its own, whose settings are printed before and after it. */
class AtTerminal {
  readonly #child: ChildProcess;
  /** What the screen was sent, without colours and movements. */
  shown = '';
  readonly ended: Promise<unknown[]>;

  constructor(command: string, env: Readonly<Record<string, string>>) {
    const line = `stty cols 80 rows 24; echo "[$(stty -g)]"; ${command}; code=$?; echo "[$(stty -g)]"; exit $code`;
    this.#child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
      env: {
        PATH: process.env['PATH'],
        HOME: temporaryFolder(),
        TERM: 'xterm',
        BACKSTORY_DATA: temporaryFolder(),
        ...env,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void this.#child.kill('SIGKILL'));
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.shown += stripVTControlCharacters(text);
    });
    this.ended = once(this.#child, 'exit');
  }

  type(keys: string): void {
    this.#child.stdin?.write(keys);
  }

  async until(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.shown, { timeout: 30_000 }).toMatch(words);
  }

  /** How the terminal was set, before the command and after it. */
  get settings(): readonly (string | undefined)[] {
    return [...this.shown.matchAll(/\[([0-9a-f:]{20,})\]/g)].map(([, settings]) => settings);
  }
}

describe.skipIf(!hasScript)('at a terminal', { timeout: 60_000 }, () => {
  it('npm start says where the page is, answers, and leaves the terminal as it was at Ctrl-C', async () => {
    const terminal = new AtTerminal('npm start', { BACKSTORY_PORT: '0' });
    await terminal.until('/quit to leave');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.shown) ?? [];
    expect(await (await fetch(address)).text()).toContain('US and Russia dig in over Ukraine crisis');
    terminal.type('who is Jen Psaki?\r');
    await terminal.until(/White House press\s+│?\s*secretary Jen Psaki/);
    terminal.type(CTRL_C);
    expect(await terminal.ended).toEqual([0, null]);
    expect(terminal.shown).toContain('Bye.');
    const [before, after] = terminal.settings;
    expect(before).toBeDefined();
    expect(after).toBe(before);
  });

  it('tells in a sentence that the port nobody asked for is taken, and talks on', async () => {
    // Whether it is this test's server or another's that has the port is the same.
    const taken = createServer().listen(3000, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve).once('error', resolve));
    onTestFinished(() => void taken.close());
    const terminal = new AtTerminal('node src/backstory.mjs start', {});
    await terminal.until('/quit to leave');
    const said = terminal.shown.replace(/\s+/g, ' ');
    expect(said).toContain('cannot listen on 127.0.0.1 port 3000: another program does; set BACKSTORY_PORT');
    expect(said).not.toContain('The page is at');
    terminal.type(CTRL_D);
    expect(await terminal.ended).toEqual([0, null]);
  });
});
