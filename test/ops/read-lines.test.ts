import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InputLine, readLines } from '../../src/ops/read-lines.ts';

async function linesOf(chunks: readonly (string | Uint8Array)[], longest?: number): Promise<InputLine[]> {
  async function* input() {
    yield* chunks;
  }
  const lines: InputLine[] = [];
  for await (const line of readLines(input(), longest)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  test('reads lines ended by LF or CRLF, the last one by the end', async () => {
    expect(await linesOf(['one\r\ntwo\n\nfour'])).toEqual([
      { number: 1, text: 'one' },
      { number: 2, text: 'two' },
      { number: 3, text: '' },
      { number: 4, text: 'four' },
    ]);
    expect(await linesOf([])).toEqual([]);
    expect(await linesOf(['one\n'])).toEqual([{ number: 1, text: 'one' }]);
  });

  test('puts characters together that arrive in halves, and survives bytes that are none', async () => {
    const [first, second] = [new Uint8Array([0xc3]), new Uint8Array([0xa9, 0x0a, 0xff])];
    expect(await linesOf([first, second])).toEqual([
      { number: 1, text: 'é' },
      { number: 2, text: '\ufffd' },
    ]);
  });

  test('gives no text for a line that is too long, and goes on with the next', async () => {
    expect(await linesOf(['x'.repeat(6), 'y'.repeat(6), '\nshort\n'], 10)).toEqual([
      { number: 1, text: undefined },
      { number: 2, text: 'short' },
    ]);
  });

  test('the same lines come out however the input is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const bytes = new TextEncoder().encode(parts.join('\n'));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.slice(at * size, (at + 1) * size),
          );
          expect(await linesOf(chunks)).toEqual(await linesOf([bytes]));
        },
      ),
    );
  });
});
