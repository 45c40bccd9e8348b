import { afterAll, describe, expect, test } from 'vitest';
import { Desk, linesOf } from './support/command-desk.ts';

const desk = new Desk();
afterAll(() => desk.clear());

const jsonLines = (text: string): unknown[] => linesOf(text).map((line) => JSON.parse(line));
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
    const { code, out, err } = await desk.tell(['ask', 'bridge.md', 'how much will the repairs cost?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('14 million euros');
    expect(out).toContain('[¶3]');
    expect(out).not.toContain('\u001b');
  });

  test('answers as JSON, with nothing else on stdout', async () => {
    const { code, out } = await desk.run(['ask', './bridge.md', 'how much will the repairs cost?', '--json']);
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
    const { code, out, err } = await desk.tell(['ask', 'bridge.md', '--jsonl'], asked);
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
    const { out } = await desk.tell(['ask', 'bridge.md', '--jsonl'], asked);
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
    const { code, out, err } = await desk.run(['ask', 'bridge.md', '--jsonl'], asked.join('\n'));
    expect(code).toBe(1);
    expect(jsonLines(out)).toMatchObject([{ id: 'a' }, { id: '__proto__' }]);
    expect(linesOf(err)).toEqual([
      expect.stringMatching(/^stdin:2: not JSON/),
      expect.stringMatching(/^stdin:4: "question": /),
      expect.stringMatching(/^stdin:5: "follows" names no earlier line: "nobody"/),
      expect.stringMatching(/^stdin:6: /),
      expect.stringMatching(/^stdin:7: the line is too long/),
    ]);
  });

  test('answers as the lines come, without waiting for the end', async () => {
    const child = desk.start(['ask', 'bridge.md', '--jsonl']);
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
    const child = desk.start(['ask', 'bridge.md', '--jsonl']);
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
