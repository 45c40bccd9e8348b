import { describe, expect, it } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Asker, ConversationKey, Intent } from '../../src/chat/request.ts';
import { watchedChat } from '../../src/chat/watched-chat.ts';
import { createLog } from '../../src/ops/create-log.ts';
import { createPrometheus } from '../../src/ops/prometheus.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { BRIDGE, shelfWith, slug, WHALES } from '../support/stories.ts';

const ASKER: Asker = {
  platform: 'web',
  workspace: 'W-canary',
  channel: 'C-canary',
  user: 'U-canary',
  conversation: 'K-canary' as ConversationKey,
  manager: false,
};
const CANARY = 'xylophone canary';

/** What is logged and counted of these requests. */
async function watched(intents: readonly Intent[], logQuestions = false, stories = shelfWith(BRIDGE)) {
  const lines: string[] = [];
  const output = { write: (line: string) => lines.push(line) > 0 };
  const log = await createLog({ level: 'debug', readable: false, scrub: (line) => line, output });
  const { metrics, text } = createPrometheus(new Readiness());
  const chat = watchedChat(createChat({ stories }), { log, metrics, logQuestions });
  for (const intent of intents) await chat.handle({ asker: ASKER, intent, at: 0 });
  return { log: lines.join(''), counted: await text() };
}

const ASKED: readonly Intent[] = [
  { kind: 'say', text: `who is Tomas Reyes? ${CANARY}` },
  { kind: 'ask', question: `why the ${CANARY}?` },
];

describe('a chat that is watched over', () => {
  it('logs a line a request: what kind, what reply, how long; never the words or who asked', async () => {
    const { log } = await watched([...ASKED, { kind: 'brief' }]);
    const lines = log.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({
      platform: 'web',
      wanted: 'brief',
      reply: 'brief',
      story: 'harbour-bridge',
      milliseconds: expect.any(Number),
      request: expect.stringMatching(/^[\da-f]{12}$/),
      msg: 'answered',
    });
    expect(log).not.toContain('canary');
  });

  it('logs the questions when that is asked for, and still not who asked', async () => {
    const { log } = await watched(ASKED, true);
    expect(log.match(new RegExp(CANARY, 'g'))).toHaveLength(2);
    expect(log).not.toContain('-canary');
  });

  it('counts requests by kind and reply, and presses of "Not helpful"', async () => {
    const press: Intent = {
      kind: 'action',
      action: { kind: 'unhelpful', story: slug('harbour-bridge'), questionType: 'who' },
    };
    const { counted } = await watched([{ kind: 'brief' }, press]);
    expect(counted).toContain('backstory_requests_total{platform="web",request="brief",reply="brief"} 1');
    expect(counted).toContain('backstory_unhelpful_total{platform="web"} 1');
    expect(counted).not.toContain('canary');
  });

  it.each([
    ['who is Tomas Reyes?', 'who', 'answer'],
    ['how much will the repairs cost?', 'how-many', 'answer'],
    ['who won the football match?', 'who', 'unanswered'],
    ['Ingrid Solheim', 'topic', 'answer'],
    ['thanks!', 'thanks', 'chat'],
    ['what happened?', 'brief', 'brief'],
    ['what can you do?', 'help', 'chat'],
    ['/timeline', 'command', 'listing'],
    ['/digest list', 'command', 'refusal'],
    ['/nonsense', 'command', 'refusal'],
    [' ', 'nothing', 'chat'],
  ])('tells what the words “%s” were taken for: %s', async (text, kind, reply) => {
    const { log, counted } = await watched([{ kind: 'say', text }]);
    const told = counted.split('\n').filter((line) => line.startsWith('backstory_understood_total{'));
    expect(told).toEqual([`backstory_understood_total{platform="web",kind="${kind}",reply="${reply}"} 1`]);
    expect(JSON.parse(log)).toMatchObject({ wanted: 'say', understood: kind });
  });

  it('tells a question that may be about any of several stories apart', async () => {
    const stories = shelfWith(BRIDGE, WHALES);
    const { counted } = await watched(
      [{ kind: 'ask', question: 'who won the football match?' }],
      false,
      stories,
    );
    expect(counted).toContain('backstory_understood_total{platform="web",kind="which-story",reply="');
  });

  it('takes a request without words for none', async () => {
    const { counted } = await watched([{ kind: 'brief' }, { kind: 'help' }]);
    expect(counted).not.toContain('backstory_understood_total{');
  });
});
