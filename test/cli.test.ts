import { afterAll, describe, expect, test } from 'vitest';
import { Desk, linesOf } from './support/command-desk.ts';
import { WHALES } from './support/stories.ts';

const desk = new Desk();
afterAll(() => desk.clear());

describe('backstory chat and start', () => {
  test.each([[[]], [['chat']], [['start']]])('%j with lines piped in answers each and ends', async (args) => {
    const { code, out, err } = await desk.run(args, 'who is Tomas Reyes?\n\nthanks', { STORIES_DIR: '.' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^> who is Tomas Reyes\?\n\n[\s\S]*baker Tomas Reyes[\s\S]*\n> thanks\n\n {2}You’re welcome\.\n\n$/,
    );
  });

  test('stops at /quit', async () => {
    const { code, out } = await desk.run(['start'], '/quit\nhi\n', { STORIES_DIR: '.' });
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  test('several stories are asked about, or found', async () => {
    desk.write('whales.md', WHALES);
    const { out } = await desk.run(['chat'], 'brief me\n2\n/story\n', { STORIES_DIR: '.' });
    expect(out).toContain('> brief me\n\n  Which story do you mean?\n\n  1  ');
    expect(out).toMatch(/> (City|Humpback)[^\n]*\n\n {2}\1/);
    desk.remove('whales.md');
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
    const { code, out, err } = await desk.run(['chat', 'bridge.md'], `${hostile.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test.each([
    ['start --no-chat', ['start', '--no-chat'], 'who?'],
    ['start with no stdin', ['start'], null],
  ] as const)('%s serves the page and never reads stdin', async (_name, args, input) => {
    const serving = await desk.serve(args, input);
    const page = await fetch(`${serving.url}/stories/harbour-bridge`);
    expect(await page.text()).toContain('Nobody should have to swim to work');
    expect(await serving.stop()).toEqual({ code: 0, out: '' });
  });

  test('start with a token never reads stdin', async () => {
    const env = { STORIES_DIR: '.', DISCORD_TOKEN: 'x.y.z', DISCORD_SHARDS: 'none' };
    expect((await desk.run(['start'], 'who?', env)).out).toBe('');
  });

  test('a setting that cannot be used is named, never its value', async () => {
    const { code, err } = await desk.run(['start'], 'hi', { DISCORD_TOKEN: 'not a secret' });
    expect({ code, lines: linesOf(err) }).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^backstory: DISCORD_TOKEN is not a bot token: (?!.*not a secret)/)],
    });
  });
});

describe('use', () => {
  test('help and version', async () => {
    expect(await desk.run(['help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('backstory ask STORY'),
    });
    expect(await desk.run(['brief', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('backstory ask STORY'),
    });
    expect(await desk.run(['version'])).toMatchObject({
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
    const { code, out, err } = await desk.tell(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(linesOf(err)).toEqual([expect.stringMatching(/^backstory: .*"backstory help" shows how$/)]);
  });
});
