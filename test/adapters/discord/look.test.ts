import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/discord/rendering/render-reply.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { Intent } from '../../../src/chat/request.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import { sketchMessage } from '../../doubles/discord/sketch-message.ts';
import { asker, BRIDGE, MORNING, shelfWith, WHALES } from '../../support/stories.ts';

const AT_NOON = BRIDGE.replace('published: 2026-10-30', 'published: 2026-10-30T12:00:00Z');
const PASSAGE = 'https://gazette.example/bridge#:~:text=';

describe('what people see on Discord', () => {
  const chat = createChat({ stories: shelfWith(AT_NOON) });
  const messages = async (intent: Intent, by = chat) =>
    renderReply(await by.handle({ asker: asker(), intent, at: MORNING }), { chat: by });
  const only = async (intent: Intent) => {
    const [message, ...others] = await messages(intent);
    expect(others).toEqual([]);
    return message;
  };
  const ask = (question: string): Intent => ({ kind: 'ask', question });

  it('is a headline, when it appeared in the reader’s own time, and a short brief with its sources', async () => {
    const brief = await only({ kind: 'brief' });
    const [heading, source, ...sentences] = sketchMessage(brief).split('\n│\n');
    expect(heading).toContain('### City council votes to close the old harbour bridge');
    expect(source).toContain(`<t:${Date.UTC(2026, 9, 30, 12) / 1000}:f>`);
    const summary = sentences.slice(0, 3);
    for (const sentence of summary) expect(sentence).toMatch(/\[\[¶\d\]\]\(<https:.*#:~:text=.*>\)$/);
    expect(readMessage(brief).links.filter((link) => link.startsWith(PASSAGE))).toHaveLength(3);
  });

  it('is a quote of the story with the short answer in bold', async () => {
    const answer = sketchMessage(await only(ask('How much will the repairs cost?')));
    expect(answer).toMatch(/│ > She expects repairs to cost \*\*14 million euros\*\* /);
  });

  it('is quotes, each a block of its own with its speaker', async () => {
    const quotes = sketchMessage(await only({ kind: 'view', view: 'quotes' }));
    expect(quotes).toMatch(/│ > “Nobody should have to swim to work,” .*\n│ > — \*\*Ingrid Solheim\*\*/);
  });

  it('tells “The story doesn’t say” from an answer by its words, its colour, and without anything in bold', async () => {
    const [answer, unanswered] = await Promise.all(
      ['How much will the repairs cost?', 'Who won the chess championship?'].map((asked) => only(ask(asked))),
    );
    const seen = readMessage(unanswered);
    expect(seen.text).toMatch(/^The story doesn’t say\.\n\nThe nearest it comes:/);
    expect(seen.accent).not.toBe(readMessage(answer).accent);
    expect(sketchMessage(unanswered).match(/\*\*/g)).toHaveLength(2);
  });

  it('greets with three questions, however many stories there are', async () => {
    const two = createChat({ stories: shelfWith(BRIDGE, WHALES) });
    const [greeting] = await messages({ kind: 'greet' }, two);
    const { text, buttons } = readMessage(greeting);
    expect(text).toMatch(/^Hello\..*City council votes.*Humpback whales/s);
    expect(buttons.map(({ label }) => label).filter((label) => label.endsWith('?'))).toHaveLength(3);
  });
});
