import { PassThrough, Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerLines } from '../../../adapters/terminal/answer-lines.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { MORNING } from '../../support/stories.ts';

test('the golden conversation reads in a terminal as it is kept in golden/terminal.txt', async () => {
  const output = new PassThrough();
  const input = Readable.from([`${GOLDEN_CONVERSATION.join('\n')}\n`]);
  await answerLines(goldenChat(), { input, output, env: {}, now: () => MORNING });
  output.end();
  const shown = (await output.toArray()).map(String).join('');
  expect(shown.split('\n').every((line) => line.length <= 80)).toBe(true);
  await expect(shown).toMatchFileSnapshot('../../golden/terminal.txt');
});
