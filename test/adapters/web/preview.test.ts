import { describe, expect, it } from 'vitest';
import { renderReply as renderForDiscord } from '../../../adapters/discord/rendering/render-reply.ts';
import { messageBody } from '../../../adapters/slack/posting/message-body.ts';
import { renderReply as renderForSlack } from '../../../adapters/slack/render/render-reply.ts';
import type { Action } from '../../../src/chat/action.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { Block, Span } from '../../../src/chat/reply.ts';
import type { Intent } from '../../../src/chat/request.ts';
import { asker, BRIDGE, request, shelfWith, slug, WHALES } from '../../support/stories.ts';
import { counts, HOSTILE, payloads } from './preview-page.ts';
import { documentOf, open, post, type Rig, startRig, UNHURRIED } from './rig.ts';

/** What the adapters send for the same request. */
async function sent(chat: Chat, intent: Intent) {
  const reply = await chat.handle(request(intent, asker({ platform: 'discord' })));
  return {
    discord: renderForDiscord(reply, { chat }) as unknown[],
    slack: renderForSlack(reply, chat).map(messageBody) as unknown[],
  };
}

/** A chat that always says the same. */
function saying(paragraphs: readonly Span[], labels: readonly string[]): Chat {
  const story = slug('harbour-bridge');
  const blocks = paragraphs.map((span): Block => ({ kind: 'prose', content: [span] }));
  const actions = labels.map(
    (label): Action => ({
      label,
      intent: label.endsWith('?')
        ? { kind: 'ask', story, question: label }
        : { kind: 'brief', story, depth: 'full' },
    }),
  );
  return {
    ...createChat({ stories: shelfWith(BRIDGE) }),
    handle: async () => ({ tone: 'answer', blocks, actions }),
  };
}

function text(words: string): Span {
  return { kind: 'text', text: words };
}

function postPreview({ url }: Rig, fields: Readonly<Record<string, string>>, headers = {}) {
  return fetch(`${url}/preview`, { method: 'POST', body: new URLSearchParams(fields), headers });
}

describe('a message as the platforms show it', () => {
  it.each(['line', 'short', 'full'] as const)('is exactly what they are sent: a brief, %s', async (depth) => {
    const chat = createChat({ stories: shelfWith(BRIDGE, WHALES) });
    const page = await open(await startRig({ chat }), `/preview?story=harbour-bridge&depth=${depth}`);
    const { discord, slack } = await sent(chat, { kind: 'brief', story: 'harbour-bridge', depth });
    expect(payloads(page, 'discord')).toEqual(discord);
    expect(payloads(page, 'slack')).toEqual(slack);
  });

  it.each([
    ['how much will repairs cost?', 'answer', '14 million'],
    ['who won the chess championship?', 'unanswered', 'doesn’t say'],
  ])('is exactly what they are sent: %s', async (question, tone, words) => {
    const stories = shelfWith(BRIDGE);
    const chat = createChat({ stories });
    const rig = await startRig({ chat, stories });
    const { discord, slack } = await sent(chat, { kind: 'ask', question, story: 'harbour-bridge' });
    for (const response of [
      postPreview(rig, { story: 'harbour-bridge', question }),
      fetch(`${rig.url}/preview?story=harbour-bridge&question=${encodeURIComponent(question)}`),
    ]) {
      const page = await documentOf(response);
      expect(payloads(page, 'discord')).toEqual(discord);
      expect(payloads(page, 'slack')).toEqual(slack);
      const looks = [...page.querySelectorAll('.look')];
      expect(looks.map((look) => look.getAttribute('data-tone'))).toEqual([tone, tone]);
      for (const look of looks) expect(look.querySelector('.words')?.textContent).toContain(words);
      expect(page.querySelector('#question')?.getAttribute('value')).toBe(question);
    }
  });

  it('has the buttons of the messages, each as its platform sets it', async () => {
    const long = 'What did the mayor say about the old bridge?';
    const page = await open(await startRig({ chat: saying([text('Yes.')], ['More', long]) }), '/preview');
    const labels = (platform: string) =>
      [...page.querySelectorAll(`.look.${platform} .button`)].map((button) => button.textContent);
    expect(labels('discord')).toEqual([long, 'More']);
    expect(labels('slack')).toEqual(['More', 'Ask']);
    expect(page.querySelector('.look.slack .beside')?.textContent).toBe(long);
  });

  it('tells how much of each limit every message uses, and marks what is near', async () => {
    const words = [text('word '.repeat(780).trim()), text('end '.repeat(200).trim())];
    const page = await open(await startRig({ chat: saying(words, ['More']) }), '/preview');
    expect(payloads(page, 'discord').length).toBe(2);
    expect(counts(page, 'discord')[0]).toEqual([3_899, 4_000]);
    expect(counts(page, 'discord')[1]).toEqual([2, 40]);
    expect(counts(page, 'discord')[5]).toEqual([799, 4_000]);
    expect(counts(page, 'slack')[1]).toEqual([3_899 + 799 + 'More'.length, 12_000]);
    expect(page.querySelector('.counts .near')?.textContent).toContain('3,899 of 4,000 near the limit');
    expect(page.querySelector('main')?.textContent).toContain('It is sent as 2 messages');
    for (const [used, limit] of [...counts(page, 'discord'), ...counts(page, 'slack')]) {
      expect(used).toBeLessThanOrEqual(limit);
    }
  });

  it('is the newest answer of a talk, as it was given', async () => {
    const stories = shelfWith(BRIDGE);
    const chat = createChat({ stories });
    const rig = await startRig({ chat, stories });
    const answered = await documentOf(post(rig, { said: 'What did Ingrid Solheim say?' }));
    const button = answered.querySelector('button[formaction="/preview"]');
    expect(button?.hasAttribute('hidden')).toBe(false);
    const talk = answered.querySelector('#press-form input[name=talk]')?.getAttribute('value') ?? '';
    const page = await documentOf(postPreview(rig, { talk, story: 'harbour-bridge', turn: '1' }));
    expect(page.querySelector('.look.discord .words')?.textContent).toContain('Nobody should have to swim');
    expect(JSON.stringify(payloads(page, 'discord'))).toContain('Nobody should have to swim');
  });

  it('keeps what a story and a question say as text, and every character of it visible', async () => {
    const stories = shelfWith(HOSTILE);
    const rig = await startRig({ stories });
    const question = '"><script>alert(5)</script></pre>';
    const page = await documentOf(postPreview(rig, { story: 'harbour-bridge', question }));
    expect(page.querySelector('#question')?.getAttribute('value')).toBe(question);
    const brief = await open(rig, '/preview?story=harbour-bridge');
    for (const each of [page, brief]) {
      expect(each.querySelectorAll('script').length).toBe(1);
      expect(each.querySelector('img, [onerror], [style]')).toBeNull();
      const code = each.querySelector('code')?.textContent ?? '';
      expect(code).not.toMatch(/[\u0080-\u009F\u202A-\u202E]/);
    }
    expect(JSON.stringify(payloads(brief, 'slack'))).toContain('<script>alert(1)</script>');
  });

  it('says in words that there is no such story, and chooses the newest when none is named', async () => {
    const rig = await startRig({ stories: shelfWith(BRIDGE, WHALES) });
    const unknown = await open(rig, '/preview?story=atlantis');
    expect(unknown.querySelector('.look')?.getAttribute('data-tone')).toBe('refusal');
    expect(unknown.querySelector('.look')?.textContent).toContain('atlantis');
    const newest = await open(rig, '/preview');
    expect(newest.querySelector('option[selected]')?.textContent).toContain('harbour bridge');
    const none = await open(await startRig({ stories: shelfWith() }), '/preview');
    expect(none.querySelector('.look')?.textContent).toContain('no stories');
  });

  it('is shown from a readable wish only', async () => {
    const rig = await startRig();
    expect((await fetch(`${rig.url}/preview?depth=deep`)).status).toBe(400);
    expect((await fetch(`${rig.url}/preview?story=${'x'.repeat(300)}`)).status).toBe(400);
    expect((await postPreview(rig, { question: 'x'.repeat(2_001) })).status).toBe(413);
    expect((await postPreview(rig, {}, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('counts a question as a question, however it comes', async () => {
    const rates = { ...UNHURRIED, questions: { atOnce: 1, pauseMs: 60_000 } };
    const rig = await startRig({ rates });
    const ask = () => fetch(`${rig.url}/preview?question=who`);
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    expect((await postPreview(rig, {})).status).toBe(429);
    const brief = await fetch(`${rig.url}/preview`);
    expect(brief.status).toBe(200);
    expect(brief.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is led to from every page, and from a story’s page to its own', async () => {
    const rig = await startRig();
    const link = async (path: string) =>
      (await open(rig, path)).querySelector('.site nav a:last-child')?.getAttribute('href');
    expect(await link('/')).toBe('/preview');
    expect(await link('/stories/harbour-bridge')).toBe('/preview?story=harbour-bridge');
  });
});
