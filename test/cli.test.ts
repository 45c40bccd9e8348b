import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../src/cli/run-command.ts';
import { BRIDGE, MORNING, WHALES } from './support/stories.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-'));
  writeFileSync(join(folder, 'bridge.md'), BRIDGE);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** No settings of this machine's: an empty one is one that is not set, and wins over a .env file. */
const BARE = {
  PATH: process.env['PATH'] ?? '',
  STORIES_DIR: '',
  DISCORD_TOKEN: '',
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_CLIENT_ID: '',
};

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a person would: its own process, in a folder that holds bridge.md. */
function backstory(
  args: readonly string[],
  input: string | Uint8Array | null = null,
  env: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...BARE, ...env },
      stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin?.on('error', () => {}).end(input);
  });
}

/** The same without a process of its own, for what needs none. */
async function inProcess(args: readonly string[]): Promise<Ran> {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await runCommand(args, {
    env: {},
    folder,
    input: Readable.from([]),
    output,
    errors,
    now: () => MORNING,
    terminal: () => Promise.reject(new Error('no terminal here')),
  });
  const read = async (stream: PassThrough) => (await stream.end().toArray()).map(String).join('');
  return { code, out: await read(output), err: await read(errors) };
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const jsonLines = (text: string): unknown[] => lines(text).map((line) => JSON.parse(line));
const jsonl = (...asked: readonly unknown[]) => `${asked.map((each) => JSON.stringify(each)).join('\n')}\n`;

const CITED = {
  text: expect.any(String),
  paragraph: expect.any(Number),
  sentence: expect.any(Number),
  start: expect.any(Number),
  end: expect.any(Number),
};

describe('backstory ask', () => {
  test('answers in words', async () => {
    const { code, out, err } = await backstory(['ask', 'bridge.md', 'how much will the repairs cost?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('14 million euros');
    expect(out).toContain('[¶3]');
    expect(out).not.toContain('\u001b');
  });

  test('answers as JSON, with nothing else on stdout', async () => {
    const { code, out } = await backstory([
      'ask',
      './bridge.md',
      'how much will the repairs cost?',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      kind: 'answer',
      confidence: expect.any(Number),
      sentences: expect.arrayContaining([
        {
          ...CITED,
          text: 'She expects repairs to cost 14 million euros and to take three years.',
          paragraph: 3,
          sentence: 1,
        },
      ]),
      span: { ...CITED, text: expect.stringContaining('14 million euros') },
    });
  });

  test('answers lines in order, each as it was asked', async () => {
    const asked = jsonl(
      { id: 'a', question: 'who is Tomas Reyes?' },
      { id: 2, question: '' },
      { id: 'c', question: 'constructor' },
    );
    const { code, out, err } = await backstory(['ask', 'bridge.md', '--jsonl'], asked);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(jsonLines(out)).toMatchObject([
      { id: 'a', kind: 'answer', sentences: { 0: { text: expect.stringContaining('baker Tomas Reyes') } } },
      { id: 2, kind: 'unanswered', sentences: [], span: null },
      { id: 'c', kind: 'unanswered' },
    ]);
  });

  test('a line may follow an earlier one; without "follows" it starts afresh', async () => {
    const first = { id: 'first', question: 'what did Tomas Reyes say?' };
    const asked = jsonl(
      first,
      { id: 'next', question: 'who is he?', follows: 'first' },
      { id: 'alone', question: 'who is he?' },
    );
    const { out } = await backstory(['ask', 'bridge.md', '--jsonl'], asked);
    const [, next, alone] = jsonLines(out);
    expect(next).toMatchObject({ sentences: { 0: { text: expect.stringContaining('Tomas Reyes') } } });
    expect(next).not.toEqual({ ...(alone as object), id: 'next' });
  });

  test('a bad line is told with its number, and the rest is answered', async () => {
    const asked = [
      '{"id":"a","question":"who is Tomas Reyes?"}',
      'not json',
      '',
      '{"id":"b"}',
      '{"id":"c","question":"why?","follows":"nobody"}',
      '["d"]',
      `{"id":"e","question":"${'x'.repeat(1_100_000)}"}`,
      '{"id":"__proto__","question":"who is the mayor?"}',
    ];
    const { code, out, err } = await backstory(['ask', 'bridge.md', '--jsonl'], asked.join('\n'));
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([{ id: 'a' }, { id: '__proto__' }]);
    expect(lines(err)).toEqual([
      expect.stringMatching(/^stdin:2: not JSON/),
      expect.stringMatching(/^stdin:4: "question": /),
      expect.stringMatching(/^stdin:5: "follows" names no earlier line: "nobody"/),
      expect.stringMatching(/^stdin:6: /),
      expect.stringMatching(/^stdin:7: the line is too long/),
    ]);
  });

  test('answers as the lines come, without waiting for the end', async () => {
    const child = spawn(process.execPath, [CLI, 'ask', 'bridge.md', '--jsonl'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.write(jsonl({ id: 1, question: 'who is the mayor?' }));
    const [first] = await new Promise<Buffer[]>((resolve) =>
      child.stdout.once('data', (...data) => resolve(data)),
    );
    expect(JSON.parse(String(first))).toMatchObject({ id: 1 });
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.stdin.end();
    expect(await closed).toBe(0);
  });

  test('stops quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [CLI, 'ask', 'bridge.md', '--jsonl'], {
      cwd: folder,
      stdio: 'pipe',
    });
    child.stdin.on('error', () => {}).write(jsonl({ id: 1, question: 'who is the mayor?' }));
    let err = '';
    child.stderr.on('data', (text) => (err += text));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    child.stdin.end(
      jsonl(...Array.from({ length: 500 }, (_, id) => ({ id, question: 'who is the mayor?' }))),
    );
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(err).toBe('');
  });
});

describe('backstory brief', () => {
  test('prints JSON with the fields that scripts rely on', async () => {
    const { code, out } = await backstory(['brief', 'bridge.md', '--json']);
    expect(code).toBe(0);
    const brief = JSON.parse(out);
    expect(Object.keys(brief)).toEqual([
      'title',
      'summary',
      'people',
      'quotes',
      'places',
      'organisations',
      'dates',
      'numbers',
      'timeline',
    ]);
    expect(brief.summary).toEqual([CITED, CITED, CITED]);
    expect(brief.people[0]).toEqual({
      ...CITED,
      name: 'Ingrid Solheim',
      role: expect.stringMatching(/mayor/i),
    });
    expect(brief.quotes[0]).toMatchObject({ speaker: expect.stringContaining('Solheim') });
  });

  test.each([
    ['line', 1],
    ['short', 3],
  ] as const)('--depth %s is %d sentences', async (depth, count) => {
    const { out } = await backstory(['brief', 'bridge.md', '--json', '--depth', depth]);
    expect(JSON.parse(out).summary).toHaveLength(count);
  });

  test('reads well in words', async () => {
    const { out } = await backstory(['brief', 'bridge.md']);
    expect(out).toMatch(
      /^ {2}City council votes to close the old harbour bridge\n\n {2}The Harbour Gazette · 30 October 2026\n\n/,
    );
    expect(lines(out).every((line) => line.length <= 80)).toBe(true);
  });
});

describe('stories', () => {
  test('are found from where npm was called', async () => {
    const child = await new Promise<Ran>((resolve) => {
      const ran = spawn(process.execPath, [CLI, 'brief', './bridge.md', '--depth', 'line'], {
        cwd: dirname(CLI),
        env: { ...BARE, INIT_CWD: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let out = '';
      ran.stdout.on('data', (text) => (out += text));
      ran.on('close', (code) => resolve({ code, out, err: '' }));
    });
    expect(child).toMatchObject({ code: 0, out: expect.stringContaining('City council') });
  });

  test('are found by slug in the stories folder', async () => {
    const found = await backstory(['brief', 'harbour-bridge', '--depth', 'line'], null, { STORIES_DIR: '.' });
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('City council') });
    const lost = await backstory(['brief', 'constructor'], null, { STORIES_DIR: '.' });
    expect(lost).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^backstory: there is no story "constructor"; there is harbour-bridge/),
    });
  });

  test.each([
    ['missing.md', '', /^missing\.md: there is no such file/],
    ['empty.md', '', /^empty\.md/],
    ['binary.txt', '\u0000\u0001\u0002PNG\u0000', /^binary\.txt/],
    ['untitled.md', '---\nslug: a\n---\n\nSome text stands here.\n', /^untitled\.md:\d+: /],
  ])('%s is one line with a remedy', async (name, content, expected) => {
    if (content !== '' || name === 'empty.md') writeFileSync(join(folder, name), content);
    const { code, out, err } = await backstory(['brief', name, '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(lines(err)).toEqual([expect.stringMatching(expected)]);
    rmSync(join(folder, name), { force: true });
  });

  test('a warning goes to stderr, and the brief is made', async () => {
    writeFileSync(join(folder, 'odd.md'), BRIDGE.replace('source:', 'colour: red\nsource:'));
    const { code, out, err } = await backstory(['brief', 'odd.md', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).title).toContain('harbour bridge');
    expect(err).toMatch(/^odd\.md:4: warning: .*colour/);
    rmSync(join(folder, 'odd.md'));
  });
});

describe('backstory check', () => {
  test('is silent about a good story', async () => {
    expect(await backstory(['check', 'bridge.md'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('tells warnings, and fails on them when strict', async () => {
    writeFileSync(join(folder, 'odd.md'), BRIDGE.replace('source:', 'colour: red\nsource:'));
    expect(await backstory(['check', 'odd.md'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^odd\.md:4: warning: /),
    });
    expect(await backstory(['check', '--strict', 'odd.md'])).toMatchObject({ code: 1 });
    rmSync(join(folder, 'odd.md'));
  });

  test('fails on errors, each with file and line', async () => {
    writeFileSync(join(folder, 'twin.md'), BRIDGE);
    const { code, out } = await backstory(['check', 'bridge.md', 'twin.md', 'missing.md']);
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      expect.stringMatching(/^twin\.md:3: .*harbour-bridge/),
      expect.stringMatching(/^missing\.md: /),
    ]);
    rmSync(join(folder, 'twin.md'));
  });
});

describe('backstory chat and start', () => {
  test.each([[[]], [['chat']], [['start']]])('%j with lines piped in answers each and ends', async (args) => {
    const { code, out, err } = await backstory(args, 'who is Tomas Reyes?\n\nthanks', { STORIES_DIR: '.' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^> who is Tomas Reyes\?\n\n[\s\S]*baker Tomas Reyes[\s\S]*\n> thanks\n\n {2}You’re welcome\.\n\n$/,
    );
  });

  test('stops at /quit', async () => {
    const { code, out } = await backstory(['start'], '/quit\nhi\n', { STORIES_DIR: '.' });
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  test('several stories are asked about, or found', async () => {
    writeFileSync(join(folder, 'whales.md'), WHALES);
    const { out } = await backstory(['chat'], 'brief me\n2\n/story\n', { STORIES_DIR: '.' });
    expect(out).toContain('> brief me\n\n  Which story do you mean?\n\n  1  ');
    expect(out).toMatch(/> (City|Humpback)[^\n]*\n\n {2}\1/);
    rmSync(join(folder, 'whales.md'));
  });

  test('survives what no person would type', async () => {
    const hostile = [
      'constructor',
      '__proto__',
      '😀'.repeat(25_000),
      '\u0000\u001b[2J\u009b31m',
      'من أغلق الجسر؟',
      '/',
    ];
    const { code, out, err } = await backstory(['chat', 'bridge.md'], `${hostile.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test.each([
    ['start --no-chat', ['start', '--no-chat'], 'who?', {}],
    ['start with a token', ['start'], 'who?', { DISCORD_TOKEN: 'x.y.z' }],
    ['start with no stdin', ['start'], null, {}],
  ] as const)('%s never reads stdin', async (_name, args, input, env) => {
    const { out } = await backstory(args, input, { STORIES_DIR: '.', ...env });
    expect(out).toBe('');
  });

  test('a setting that cannot be used is named, never its value', async () => {
    const { code, err } = await backstory(['start'], 'hi', { DISCORD_TOKEN: 'not a secret' });
    expect({ code, err }).toEqual({ code: 1, err: 'backstory: DISCORD_TOKEN must have no spaces in it\n' });
  });
});

describe('use', () => {
  test('help and version', async () => {
    expect(await backstory(['help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('backstory ask STORY'),
    });
    expect(await backstory(['brief', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('backstory ask STORY'),
    });
    expect(await backstory(['version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test.each([
    [['frobnicate']],
    [['constructor']],
    [['__proto__']],
    [['ask']],
    [['ask', 'bridge.md']],
    [['ask', 'bridge.md', 'who?', '--jsonl']],
    [['ask', 'bridge.md', 'who?', '--loud']],
    [['brief']],
    [['brief', 'bridge.md', 'whales.md']],
    [['brief', 'bridge.md', '--depth', 'deep']],
    [['brief', 'bridge.md', '--depth']],
    [['chat', 'one', 'two']],
    [['start', 'now']],
  ])('%j is wrong use: one line, exit code 2', async (args) => {
    const { code, out, err } = await inProcess(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(lines(err)).toEqual([expect.stringMatching(/^backstory: .*"backstory help" shows how$/)]);
  });
});
