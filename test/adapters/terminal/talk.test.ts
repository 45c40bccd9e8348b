import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { talk } from '../../../adapters/terminal/talk.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { BRIDGE, MORNING, shelfWith } from '../../support/stories.ts';

/** A terminal that shows what it was sent; `until` waits for words to appear. */
class Screen extends PassThrough {
  readonly isTTY = true;
  readonly columns = 80;
  shown = '';

  constructor() {
    super();
    this.on('data', (chunk) => {
      this.shown += String(chunk);
    });
  }

  async until(words: string): Promise<void> {
    while (!stripVTControlCharacters(this.shown).includes(words)) {
      await new Promise((resolve) => this.once('data', resolve));
    }
  }
}

function start(story = BRIDGE) {
  const [keyboard, screen] = [new PassThrough(), new Screen()];
  const chat = createChat({ stories: shelfWith(story) });
  const done = talk(chat, { input: keyboard, output: screen, env: {}, now: () => MORNING });
  return { keyboard, screen, done };
}

describe('talking at a terminal', () => {
  test('greets with the story in a sentence and questions to pick from, answers, and leaves at /quit', async () => {
    const { keyboard, screen, done } = start();
    await screen.until('/quit to leave');
    expect(screen.shown).toContain('City council votes to close the old harbour bridge');
    keyboard.write('how much will the repairs cost?\r');
    await screen.until('14 million euros');
    keyboard.write('/quit\r');
    await done;
    expect(screen.shown.endsWith('Bye.\n')).toBe(true);
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s leaves', async (_name, key) => {
    const { keyboard, screen, done } = start();
    await screen.until('> ');
    keyboard.write(key);
    await done;
    expect(screen.shown.endsWith('Bye.\n')).toBe(true);
  });

  test('leaves at Ctrl-C while an answer is on its way, and asks nothing more', async () => {
    const { keyboard, screen, done } = start();
    await screen.until('> ');
    keyboard.write('how much will the repairs cost?\r\u0003');
    await done;
    expect(screen.shown).toContain('14 million euros');
    expect(screen.shown.endsWith('Bye.\n')).toBe(true);
  });

  test('leaves when the terminal goes away', async () => {
    const { keyboard, screen, done } = start();
    await screen.until('> ');
    keyboard.end();
    await done;
  });

  test('answers lines pasted together one after the other', async () => {
    const { keyboard, screen, done } = start();
    await screen.until('> ');
    keyboard.write('who is Tomas Reyes?\rthanks\r/quit\r');
    await done;
    const shown = stripVTControlCharacters(screen.shown);
    expect(shown.indexOf('baker Tomas Reyes')).toBeGreaterThan(0);
    expect(shown.indexOf('You’re welcome.')).toBeGreaterThan(shown.indexOf('baker Tomas Reyes'));
  });

  test('Tab completes a command', async () => {
    const { keyboard, screen, done } = start();
    await screen.until('> ');
    keyboard.write('/peo\t\r');
    await screen.until('Who’s who');
    keyboard.write('/quit\r');
    await done;
  });

  test('a story cannot move the cursor, colour or ring', async () => {
    const hostile = BRIDGE.replace('Mayor Ingrid', '\u001b[2J\u001b]0;owned\u0007Mayor Ingrid');
    const { keyboard, screen, done } = start(hostile);
    await screen.until('> ');
    keyboard.write('who is Ingrid Solheim?\r/brief full\r/people\r/quit\r');
    await done;
    expect(screen.shown).not.toContain('\u001b[2J');
    expect(screen.shown).not.toContain('\u001b]0');
    expect(screen.shown).not.toContain('\u0007');
  });
});
