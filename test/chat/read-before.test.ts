import { beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Noted } from '../../src/chat/memory.ts';
import { MemoryInProcess } from '../../src/chat/memory-in-process.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Asker } from '../../src/chat/request.ts';
import { asker, BRIDGE, MORNING, request, shelfWith, type TestShelf } from '../support/stories.ts';

const DAY = 24 * 3_600_000;
const NEXT_WEEK = MORNING + 7 * DAY;
const JON = asker({ user: 'jon' });
const dearer = (millions: number) => BRIDGE.replace('14 million', `${millions} million`);

describe('what somebody has read', () => {
  let stories: TestShelf;
  let chat: Chat;
  let told: Noted['told'][];

  beforeEach(() => {
    stories = shelfWith(BRIDGE);
    told = [];
    const memory = new MemoryInProcess();
    const watched = {
      recall: memory.recall.bind(memory),
      forget: memory.forget.bind(memory),
      async keep(who: Asker, noted: Noted, now: number) {
        told.push(noted.told);
        await memory.keep(who, noted, now);
      },
    };
    chat = createChat({ stories, memory: watched });
  });
  const say = async (text: string, who = asker(), at = MORNING) =>
    chat.handle(request({ kind: 'say', text }, who, at));
  const said = async (text: string, who = asker(), at = MORNING) => plainText(await say(text, who, at));

  it.each(['brief me', 'tldr', 'who’s who', 'how much will the repairs cost?', 'what’s new?'])(
    'is what “%s” told them, and the newest is compared with that',
    async (first) => {
      await say(first);
      stories.replace(dearer(15));
      stories.replace(dearer(16));
      const news = await said('what’s new?', asker(), NEXT_WEEK);
      expect(news).toContain('Version 3, beside version 1 of 2 November 2026:');
      expect(news).toContain('You last read version 1 on 2 November 2026.');
      expect(news).toContain('14 million euros [¶3, version 1] → 16 million euros [¶3]');
    },
  );

  it.each(['hello', 'stories', 'who won the chess championship?', 'thanks'])(
    'is not what “%s” told them',
    async (first) => {
      await say(first);
      stories.replace(dearer(15));
      stories.replace(dearer(16));
      const news = await said('what’s new?');
      expect(news).toContain('Version 3, beside version 2 of 2 November 2026:');
      expect(news).not.toContain('You last read');
    },
  );

  it('is told with a brief, and leads to what is new', async () => {
    await say('brief me');
    stories.replace(dearer(15));
    stories.replace(dearer(16));
    const brief = await say('brief me', asker(), NEXT_WEEK);
    expect(plainText(brief)).toContain('This is version 3; on 2 November 2026 you read version 1.');
    const [first] = brief.actions;
    expect(first?.label).toBe('What’s new');
    if (!first) return;
    const pressed = await chat.handle(request({ kind: 'action', action: first.intent }, asker(), NEXT_WEEK));
    expect(plainText(pressed)).toContain('14 million euros [¶3, version 1] → 16 million euros [¶3]');
    // Asked again, by a second press or in words, it is the same answer.
    expect(await said('what’s new?', asker(), NEXT_WEEK)).toBe(plainText(pressed));
    expect(await said('brief me', asker(), NEXT_WEEK)).not.toContain('you read version');
  });

  it('is each person’s own', async () => {
    await say('brief me');
    stories.replace(dearer(15));
    await say('brief me', JON);
    stories.replace(dearer(16));
    expect(await said('brief me')).toContain('you read version 1');
    expect(await said('brief me', JON)).toContain('you read version 2');
    expect(await said('brief me', asker({ user: 'new' }))).not.toContain('you read');
  });

  it('outlasts the conversation, for ninety days after they last read of the story', async () => {
    await say('brief me');
    await say('brief me', asker(), MORNING + 60 * DAY);
    stories.replace(dearer(15));
    expect(await said('brief me', asker(), MORNING + 149 * DAY)).toContain(
      'This is version 2; on 1 January 2027 you read version 1.',
    );
    stories.replace(dearer(16));
    expect(await said('brief me', asker(), MORNING + 149 * DAY + 90 * DAY)).not.toContain('you read');
  });

  it('is forgotten on request', async () => {
    await say('brief me');
    await chat.handle(request({ kind: 'forget' }));
    stories.replace(dearer(15));
    expect(await said('brief me')).not.toContain('you read');
  });

  it('is noted when it changes, and once a day, not with every answer', async () => {
    for (const at of [MORNING, MORNING + 1, MORNING + DAY, MORNING + DAY + 1]) {
      await say('brief me', asker(), at);
    }
    expect(told.map((each) => each?.marker.at)).toEqual([MORNING, undefined, MORNING + DAY, undefined]);
  });

  it('of somebody who will not be known again is not noted', async () => {
    const stranger: Asker = { ...asker({ platform: 'web' }), passing: true };
    await say('brief me', stranger);
    stories.replace(dearer(15));
    expect(await said('brief me', stranger)).not.toContain('you read');
    expect(told).toEqual([undefined, undefined]);
  });

  it('falls back on the version before the newest when theirs is no longer there', async () => {
    await say('brief me');
    stories.replace(dearer(15));
    stories.replace(dearer(16));
    stories.lose('harbour-bridge', 1);
    const brief = await say('brief me', asker({ conversation: 'new' }));
    expect(plainText(brief)).not.toContain('you read');
    expect(brief.actions.map(({ label }) => label)).not.toContain('What’s new');
    expect(await said('what’s new?')).toContain('Version 3, beside version 2 of 2 November 2026:');
  });
});
