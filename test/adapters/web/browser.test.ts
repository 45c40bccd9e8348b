import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { ConversationKey } from '../../../src/chat/request.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { asker, BRIDGE, MORNING, shelfWith } from '../../support/stories.ts';
import { hasBrowser, launch, openWatched, type Watched } from './browser.ts';
import { startRig } from './rig.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STORY = '/stories/harbour-bridge';

const HOSTILE = BRIDGE.replace(
  'City council votes to close the old harbour bridge',
  '"</title><script>alert(1)</script><img src=x onerror=alert(2)>"',
).replace('a baker', '&lt;img src=x onerror=alert(3)&gt;');

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
  const watched: Watched[] = [];
  const open = async (...given: Parameters<typeof openWatched> extends [Browser, ...infer R] ? R : never) => {
    const one = await openWatched(browser, ...given);
    watched.push(one);
    return one.page;
  };

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    // No violation of the policy, no error, nothing asked of anybody else: in all that was done below.
    expect(watched.flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(watched.length).toBeGreaterThan(5);
  });

  it('holds the whole golden conversation', async () => {
    const rig = await startRig({ stories: goldenStories(), chat: goldenChat() });
    const page = await open(`${rig.url}/stories/us-russia-ukraine-crisis`);
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
    const page = await open((await startRig()).url + STORY);
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
    const page = await open((await startRig()).url + STORY);
    const suggested = page.locator('.welcome .action').first();
    const label = await suggested.textContent();
    await suggested.dblclick();
    await page.locator('.turn[data-tone]').waitFor();
    expect(await page.locator('.said').allTextContents()).toEqual([`You asked: ${label}`]);
  });

  it('shows a citation from elsewhere lit up, without a script', async () => {
    const { url } = await startRig();
    const page = await open(`${url}${STORY}?v=1#p2s2`, { javaScriptEnabled: false });
    const [target, other] = await Promise.all(
      ['#p2s2', '#p2s1'].map((id) =>
        page.locator(id).evaluate((sentence) => getComputedStyle(sentence).backgroundColor),
      ),
    );
    expect(target).not.toBe(other);
    expect(await page.locator('#p2s2').isVisible()).toBe(true);
  });

  it('works without JavaScript: questions, follow-ups, buttons, forgetting', async () => {
    const page = await open((await startRig()).url + STORY, { javaScriptEnabled: false });
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

  it('can be used by the keyboard alone', async () => {
    const page = await open((await startRig()).url + STORY);
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
    const page = await open(rig.url + STORY);
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
    const rig = await startRig({ stories: shelfWith(HOSTILE) });
    const page = await open(rig.url + STORY);
    expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>');
    await ask(page, '<img src=x onerror=alert(4)> "><script>alert(5)</script>');
    expect(await page.locator('.said').textContent()).toContain('<img src=x onerror=alert(4)>');
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to (%s)', async (colorScheme) => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    const rig = await startRig({ stories });
    // Both dresses have the same structure: of the second only the colours are new.
    const others =
      colorScheme === 'light'
        ? ['/', `${STORY}/versions`, `${STORY}/changes?from=1&to=2`, '/preview/digest']
        : [];
    const paths = [STORY, `/preview?story=harbour-bridge`, ...others];
    for (const [index, path] of paths.entries()) {
      // Axe is put in from outside, which the policy of the page would rightly refuse.
      const { page } = await openWatched(browser, rig.url + path, { colorScheme, bypassCSP: true });
      if (path === STORY) {
        await ask(page, 'who is Tomas Reyes?');
        await ask(page, 'who won the chess championship?');
      }
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const found = violations.map(
        ({ id, nodes }) => `${paths[index]} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
      expect(found).toEqual([]);
      await page.context().close();
    }
  });

  it('fits a phone, and leads to the question from anywhere', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    for (const path of [STORY, '/', `${STORY}/versions`, '/preview', '/preview/digest']) {
      const page = await open((await startRig()).url + path, phone);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, path).toBeLessThanOrEqual(0);
    }
    const page = await open((await startRig()).url + STORY, phone);
    await page.locator('.to-question').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question');
    await ask(page, 'who is Tomas Reyes?');
    expect(await page.locator('.turn').isVisible()).toBe(true);
  });

  it('moves nothing for those who asked for less motion', async () => {
    const page = await open((await startRig()).url + STORY, { reducedMotion: 'reduce' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });
});

function goldenStories() {
  return shelfWith(
    readFileSync(new URL('../../../content/us-russia-ukraine-crisis.md', import.meta.url), 'utf8'),
  );
}
