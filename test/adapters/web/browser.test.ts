import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { ConversationKey } from '../../../src/chat/request.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { asker, BRIDGE, MORNING, shelfWith, WHALES } from '../../support/stories.ts';
import { hasBrowser, launch, openWatched, type Watched } from './browser.ts';
import { openRig, startRig } from './rig.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STORY = '/stories/harbour-bridge';

const HOSTILE = BRIDGE.replace('slug: harbour-bridge', 'slug: hostile')
  .replace(
    'City council votes to close the old harbour bridge',
    '"</title><script>alert(1)</script><img src=x onerror=alert(2)>"',
  )
  .replace('a baker', '&lt;img src=x onerror=alert(3)&gt;');

const WORD = 'harbour'.repeat(22);
const LONG_WORD = `---
title: The ${WORD} is closed
slug: long-word
standfirst: Nobody can say ${WORD} any more.
source: ${WORD} Gazette
published: 2026-10-20
---

The ${WORD} was closed on Monday, said Ann Lee of the ${WORD} Company.

“Nobody says ${WORD} here,” said Ann Lee.
`;

declare global {
  interface Window {
    readonly axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

/** Asks by the keyboard and waits for the answer. */
async function ask(page: Page, question: string): Promise<string> {
  const before = await page.locator('.turn[data-tone]').count();
  await page.locator('#question').fill(question);
  await page.keyboard.press('Enter');
  await page.locator('.turn[data-tone]').nth(before).waitFor();
  return (await page.locator('.turn').last().locator('.reply').textContent()) ?? '';
}

/** Without spaces: on a page it is the style that parts paragraphs. */
const words = (text: string) => text.replace(/\s+/gu, '');

describe.skipIf(!hasBrowser)('the page in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  /** The page that all tests share which do nothing to it. */
  let url: string;
  let stopPage: () => Promise<void>;
  const watched: Watched[] = [];
  /** A page of its own, for what it is set up with or what becomes of it. */
  const openApart = async (address: string, options: BrowserContextOptions = {}) => {
    const one = await openWatched(browser, address, options);
    watched.push(one);
    return one.page;
  };
  let desk: Page;
  /** Axe is put in from outside, which the policy of the page would rightly refuse. */
  let lab: Page;
  /** The page that tests share: each begins by going somewhere, and nothing of a talk goes along. */
  const open = async (address: string) => {
    await desk.setViewportSize({ width: 1280, height: 800 });
    await desk.goto('about:blank');
    await desk.goto(address);
    return desk;
  };

  beforeAll(async () => {
    const stories = shelfWith(BRIDGE, WHALES, HOSTILE, LONG_WORD);
    stories.replace(LONG_WORD.replaceAll(WORD, `${WORD}s`));
    stories.replace(WHALES.replace('At least 40', 'At least 50'));
    const rig = await openRig({ stories });
    url = rig.url;
    stopPage = () => rig.stop();
    browser = await launch();
    desk = await openApart(url);
    lab = (await openWatched(browser, url, { bypassCSP: true })).page;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await stopPage();
    // No violation of the policy, no error, nothing asked of anybody else: in all that was done below.
    expect(watched.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(watched.length).toBeGreaterThan(4);
  });

  it('holds the whole golden conversation', async () => {
    const rig = await startRig({ stories: goldenStories(), chat: goldenChat() });
    const page = await openApart(`${rig.url}/stories/us-russia-ukraine-crisis`);
    const chat = goldenChat();
    const who = asker({ platform: 'web', conversation: 'reference' as ConversationKey });
    for (const text of GOLDEN_CONVERSATION.slice(0, 8)) {
      const intent = { kind: 'say', text, story: 'us-russia-ukraine-crisis' } as const;
      const reply = await chat.handle({ asker: who, intent, at: MORNING });
      const first = words(plainText(reply)).slice(0, 40);
      expect(words(await ask(page, text))).toContain(first);
    }
    expect(await page.locator('.turn').count()).toBe(8);
  });

  it('lights up what an answer cites, and jumps to it', async () => {
    const page = await open(url + STORY);
    await ask(page, 'how much will repairs cost?');
    expect(await page.locator('.body .s.lit').last().getAttribute('id')).toBe('p3s1');
    expect(await page.locator('.body mark').textContent()).toContain('14 million');
    await page.locator('.turn a.cite').last().click();
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#p3s1')?.getBoundingClientRect() ?? {
        top: -1,
        bottom: 0,
      };
      return top >= 0 && bottom <= window.innerHeight;
    });
    expect(new URL(page.url()).hash).toBe('#p3s1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('p3s1');
  });

  it('asks what is suggested, at a click, and asks once when clicked twice', async () => {
    const page = await open(url + STORY);
    const suggested = page.locator('.welcome .action').first();
    const label = await suggested.textContent();
    await suggested.dblclick();
    await page.locator('.turn[data-tone]').waitFor();
    expect(await page.locator('.said').allTextContents()).toEqual([`You asked: ${label}`]);
  });

  it('shows a citation from elsewhere lit up, without a script', async () => {
    const page = await openApart(`${url}${STORY}?v=1#p2s2`, { javaScriptEnabled: false });
    const [target, other] = await Promise.all(
      ['#p2s2', '#p2s1'].map((id) =>
        page.locator(id).evaluate((sentence) => getComputedStyle(sentence).backgroundColor),
      ),
    );
    expect(target).not.toBe(other);
    expect(await page.locator('#p2s2').isVisible()).toBe(true);
  });

  it('works without JavaScript: questions, follow-ups, buttons, forgetting', async () => {
    const page = await openApart(url + STORY, { javaScriptEnabled: false });
    const loading = (action: Promise<void>) => Promise.all([page.waitForEvent('load'), action]);
    const send = async (question: string) => {
      await page.locator('#question').fill(question);
      await loading(page.keyboard.press('Enter'));
    };
    await send('What did Ingrid Solheim say?');
    expect(await page.locator('.turn .reply').textContent()).toContain('Nobody should have to swim');
    await send('and how much does she expect the repairs to cost?');
    expect(await page.locator('.said').count()).toBe(2);
    expect(await page.locator('.body mark').textContent()).toContain('14 million');
    await loading(page.locator('.turn .to-ask').first().click());
    expect(await page.locator('.said').count()).toBe(3);
    await loading(page.locator('.forget').click());
    expect(await page.locator('.said').allTextContents()).toEqual(['You asked: Forget what I asked']);
  });

  it('takes the next question while it answers one, and answers in order', async () => {
    const page = await openApart(url + STORY);
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/ask', async (route) => {
      await held;
      await route.continue();
    });
    const question = page.locator('#question');
    await question.fill('What did Ingrid Solheim say?');
    await page.keyboard.press('Enter');
    expect(await question.inputValue()).toBe('');
    await question.fill('and how much does she expect the repairs to cost?');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Who is Tomas');
    release();
    await page.locator('.turn[data-tone]').nth(1).waitFor();
    const replies = await page.locator('.turn .reply').allTextContents();
    expect(replies[0]).toContain('Nobody should have to swim');
    expect(replies[1]).toContain('14 million');
    expect(await question.inputValue()).toBe('Who is Tomas');
    expect(await page.locator('.turn').count()).toBe(2);
  });

  it('has nothing to forget once all is forgotten', async () => {
    const page = await open(url + STORY);
    await ask(page, 'What did Ingrid Solheim say?');
    const forget = page.locator('.forget');
    expect(await forget.isVisible()).toBe(true);
    await forget.click();
    await page.locator('.turn', { hasText: 'forgotten' }).waitFor();
    expect(await page.locator('.turn').count()).toBe(1);
    expect(await forget.isVisible()).toBe(false);
    expect(await page.locator('.to-preview').isVisible()).toBe(false);
    await ask(page, 'Who is Tomas Reyes?');
    expect(await forget.isVisible()).toBe(true);
  });

  it('leads back to the question from a sentence that was cited, at once', async () => {
    const page = await open(url + STORY);
    await ask(page, 'how much will repairs cost?');
    await page.locator('.turn a.cite').last().click();
    await page.waitForFunction(() => document.activeElement?.id === 'p3s1');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Back to the question');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'question');
    await ask(page, 'who is Tomas Reyes?');
    expect(await page.locator('.back').count()).toBe(0);
  });

  it('prints the story and what was asked, without what only a screen needs', async () => {
    const page = await open(url + STORY);
    await ask(page, 'how much will repairs cost?');
    await page.emulateMedia({ media: 'print' });
    const visible = async (parts: readonly string[]) =>
      Promise.all(parts.map((part) => page.locator(part).first().isVisible()));
    const told = ['.story h1', '.body', '.facts', '.facts details:not([open]) .quote', '.turn .reply'];
    expect(await visible(told)).toEqual(Array(5).fill(true));
    expect(await visible(['.ask', '.turn .actions', '.site nav', '.forget', '.to-question'])).toEqual(
      Array(5).fill(false),
    );
    const isCut = await page.locator('.log').evaluate((log) => log.scrollHeight > log.clientHeight + 1);
    expect(isCut).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('can be used by the keyboard alone', async () => {
    const page = await open(url + STORY);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the story');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question');
    await page.keyboard.type('What did Ingrid Solheim say?');
    await page.keyboard.press('Enter');
    await page.locator('.turn[data-tone]').waitFor();
    for (let tabs = 0; tabs < 4; tabs++) {
      await page.keyboard.press('Shift+Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('action'))) break;
    }
    const before = await page.locator('.turn').count();
    while (!(await page.evaluate(() => document.activeElement?.classList.contains('to-ask')))) {
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.turn[data-tone]').nth(before).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('log');
  });

  it('tells in words when it cannot ask, and keeps the question', async () => {
    const rig = await startRig();
    const page = await openApart(rig.url + STORY);
    await rig.stop();
    await page.locator('#question').fill('Who is Tomas Reyes?');
    await page.keyboard.press('Enter');
    await page.locator('.trouble').waitFor();
    expect(await page.locator('.trouble').textContent()).toContain('didn’t reach me');
    expect(await page.locator('#question').inputValue()).toBe('Who is Tomas Reyes?');
    // That the server is gone is an error to the browser, and meant.
    watched.pop();
  });

  it('keeps what a story and a question say as text', async () => {
    const page = await open(`${url}/stories/hostile`);
    expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>');
    await ask(page, '<img src=x onerror=alert(4)> "><script>alert(5)</script>');
    expect(await page.locator('.said').textContent()).toContain('<img src=x onerror=alert(4)>');
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it.each([
    STORY,
    '/',
    '/stories/fjord-whales/versions',
    '/stories/fjord-whales/changes?from=1&to=2',
    '/preview?story=harbour-bridge',
    '/preview/digest',
  ])('has nothing that axe objects to, light or dark: %s', async (path) => {
    const page = lab;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(url + path);
    if (path === STORY) {
      await ask(page, 'who is Tomas Reyes?');
      await ask(page, 'who won the chess championship?');
    }
    await page.evaluate(AXE);
    const violations = async (options: RunOptions) => {
      const results = await page.evaluate<AxeResults, RunOptions>((given) => window.axe.run(given), options);
      expect(results.testEngine.name).toBe('axe-core');
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    expect(await violations({ resultTypes: ['violations'] })).toEqual([]);
    // Of the other dress only the colours are new.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations({ resultTypes: ['violations'], runOnly: ['color-contrast'] })).toEqual([]);
  });

  it('fits a phone, and leads to the question from anywhere', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const page = await openApart(url, phone);
    // The window's own width grows along with what is too wide for the phone.
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    const long = '/stories/long-word';
    for (const path of [
      '/',
      long,
      `${long}/versions`,
      `${long}/changes?from=1&to=2`,
      '/preview?story=long-word&depth=full',
      '/preview/digest?story=long-word',
      STORY,
    ]) {
      await page.goto(url + path);
      expect(await width(), path).toBe(phone.viewport.width);
    }
    await page.goto(url + long);
    await ask(page, `Who says ${WORD}?`);
    expect(await width()).toBe(phone.viewport.width);
    await page.goto(url + STORY);
    await page.locator('.to-question').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question');
    await ask(page, 'who is Tomas Reyes?');
    expect(await page.locator('.turn').isVisible()).toBe(true);
  });

  it.each([
    [1280, 720],
    [1024, 640],
  ])('has the whole chat in the window before anybody scrolls (%i × %i)', async (width, height) => {
    const page = await open(url + STORY);
    await page.setViewportSize({ width, height });
    await ask(page, 'What did Ingrid Solheim say?');
    await ask(page, 'how much will repairs cost?');
    const bottom = await page.locator('.chat').evaluate((chat) => chat.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('shows most of an answer in a low window', async () => {
    const page = await open(url + STORY);
    await page.setViewportSize({ width: 1280, height: 480 });
    await ask(page, 'how much will repairs cost?');
    const { height, bottom } = await page.locator('.chat').evaluate((chat) => {
      const log = chat.querySelector('.log');
      return { height: log?.clientHeight ?? 0, bottom: chat.getBoundingClientRect().bottom };
    });
    expect(height).toBeGreaterThan(220);
    expect(bottom).toBeLessThanOrEqual(480);
  });

  it('has the facts beside the story where there is room', async () => {
    const page = await open(url + STORY);
    const [facts, story] = await Promise.all(
      ['.facts', '.story'].map((part) => page.locator(part).boundingBox()),
    );
    expect((facts?.x ?? 0) + (facts?.width ?? 0)).toBeLessThan(story?.x ?? 0);
  });

  it('moves nothing for those who asked for less motion', async () => {
    const page = await open(url + STORY);
    const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
    expect(await scrolling()).toBe('smooth');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await scrolling()).toBe('auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });
});

function goldenStories() {
  return shelfWith(
    readFileSync(new URL('../../../content/us-russia-ukraine-crisis.md', import.meta.url), 'utf8'),
  );
}
