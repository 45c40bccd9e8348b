import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/chat/plain-text.ts';
import { readArticle } from '../../src/chat/read-article.ts';
import { createCompose } from '../../src/digest/compose.ts';
import type { DigestContent, Occasion } from '../../src/digest/content.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { BRIDGE, MORNING, shelfWith, slug, type TestShelf, WHALES } from '../support/stories.ts';
import { subscription } from '../support/subscriptions.ts';

const ON_TIME: Occasion = { localDate: '2026-11-02', occurrenceAt: MORNING, late: false };

async function composed(
  stories: TestShelf,
  given: Partial<Subscription> = {},
  occasion: Occasion = ON_TIME,
): Promise<DigestContent> {
  return createCompose({ stories, read: readArticle })(subscription(given), occasion);
}

async function written(...given: Parameters<typeof composed>) {
  const content = await composed(...given);
  if (content.kind !== 'reply') throw new Error(content.reason);
  return {
    ...content,
    text: plainText(content.reply),
    labels: content.reply.actions.map(({ label }) => label),
  };
}

const briefed = (...told: readonly (readonly [string, number])[]) =>
  new Map(told.map(([name, version]) => [slug(name), version]));

describe('the digest of one story', () => {
  const one = { story: slug('harbour-bridge') };

  test('is the brief at first, with questions, "Change" and "Stop", and says whose schedule it is on', async () => {
    const { reply, text, labels, versions } = await written(shelfWith(BRIDGE, WHALES), one);
    expect(reply.tone).toBe('digest');
    expect(reply.story?.slug).toBe('harbour-bridge');
    expect(text).toMatch(/^City council votes to close the old harbour bridge\n\nThe Harbour Gazette/);
    expect(text).toMatch(/\n\nDigest every weekday at 08:00, Kyiv time$/);
    expect(text).not.toContain('whales');
    expect(labels.slice(-3)).toEqual(['More', 'Change', 'Stop']);
    expect(reply.actions.filter(({ intent }) => intent.kind === 'ask').length).toBeGreaterThan(0);
    expect([...versions]).toEqual([['harbour-bridge', 1]]);
  });

  test('afterwards is what changed since, corrections first', async () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(
      BRIDGE.replace('14 million', '19 million').replace(
        'slug:',
        'corrections: [The vote was on Thursday.]\nslug:',
      ),
    );
    const { text, versions } = await written(stories, { ...one, briefed: briefed(['harbour-bridge', 1]) });
    expect(text).toMatch(
      /Since your last digest here:\n\nCorrection: The vote was on Thursday\.\n\nNumbers that moved/,
    );
    expect(text).toContain('14 million euros [¶3, version 1] → 19 million euros [¶3]');
    expect(text).not.toContain('Mayor Ingrid Solheim');
    expect([...versions]).toEqual([['harbour-bridge', 2]]);
  });

  test('on a day when nothing changed is silent, one line, or the brief again, as chosen', async () => {
    const stories = shelfWith(BRIDGE);
    const known = { ...one, briefed: briefed(['harbour-bridge', 1]) };
    expect(await composed(stories, { ...known, whenUnchanged: 'silent' })).toEqual({
      kind: 'skip',
      reason: 'unchanged',
    });
    const line = await written(stories, { ...known, whenUnchanged: 'line' });
    expect(line.text).toBe(
      'Nothing new in “City council votes to close the old harbour bridge”.\n\nDigest every weekday at 08:00, Kyiv time',
    );
    expect(line.labels.slice(-2)).toEqual(['Change', 'Stop']);
    const again = await written(stories, { ...known, whenUnchanged: 'send' });
    expect(again.text).toContain('The city council voted on Thursday');
  });

  test('says so when it comes late', async () => {
    const late = { ...ON_TIME, occurrenceAt: Date.UTC(2026, 10, 2, 6), late: true };
    expect((await written(shelfWith(BRIDGE), one, late)).text).toMatch(
      /^Late: this was due Mon 2 Nov at 08:00\.\n\n/,
    );
  });

  test('that is gone is skipped', async () => {
    expect(await composed(shelfWith(WHALES), one)).toEqual({ kind: 'skip', reason: 'no-story' });
  });

  test('begins anew when the version it told of last is kept no more', async () => {
    const { text } = await written(shelfWith(BRIDGE), { ...one, briefed: briefed(['harbour-bridge', 7]) });
    expect(text).toContain('The city council voted on Thursday');
  });

  test('goes on about the version it began with, when part of it was sent', async () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '19 million'));
    const begun = { ...ON_TIME, begun: briefed(['harbour-bridge', 1]) };
    const { reply, versions } = await written(stories, one, begun);
    expect(reply.story?.version).toBe(1);
    expect([...versions]).toEqual([['harbour-bridge', 1]]);
  });
});

describe('the digest of every story', () => {
  test('leads to our own page of each story that has no address of its own', async () => {
    const sources = {
      stories: shelfWith(BRIDGE, WHALES),
      read: readArticle,
      publicUrl: 'https://news.example',
    };
    const content = await createCompose(sources)(subscription({ story: undefined }), ON_TIME);
    if (content.kind !== 'reply') throw new Error(content.reason);
    const links = content.reply.blocks
      .flatMap((block) => ('content' in block ? block.content : []))
      .flatMap((span) => (span.kind === 'citation' ? [span.href] : []));
    expect(links.length).toBeGreaterThan(1);
    expect(links.every((link) => link !== undefined)).toBe(true);
    expect(links.some((link) => link?.startsWith('https://news.example/stories/'))).toBe(true);
  });

  const every = { story: undefined };
  const FERRY = WHALES.replace('fjord-whales', 'ferry').replace(
    'Humpback whales return to the northern fjord',
    'Ferry to run all night',
  );

  test('tells new stories first, then those that changed most', async () => {
    const stories = shelfWith(BRIDGE, WHALES, FERRY);
    stories.replace(BRIDGE.replace('14 million', '19 million'));
    stories.replace(
      WHALES.replace('At least 40', 'At least 50').replace('They follow the food', 'They follow herring'),
    );
    const { text, labels, versions } = await written(stories, {
      ...every,
      briefed: briefed(['harbour-bridge', 1], ['fjord-whales', 1]),
    });
    const at = ['Ferry to run all night', 'Humpback whales return', 'City council votes'].map((title) =>
      text.indexOf(title),
    );
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(text).toMatch(/Digest of every story, every weekday at 08:00, Kyiv time$/);
    expect(labels.slice(-2)).toEqual(['Change', 'Stop']);
    expect(versions.size).toBe(3);
  });

  test('names those in which nothing changed only by their number', async () => {
    const stories = shelfWith(BRIDGE, WHALES);
    stories.replace(BRIDGE.replace('14 million', '19 million'));
    const known = { ...every, briefed: briefed(['harbour-bridge', 1], ['fjord-whales', 1]) };
    expect((await written(stories, { ...known, whenUnchanged: 'line' })).text).toContain(
      'Nothing new in “Humpback whales',
    );
    expect((await written(stories, { ...known, whenUnchanged: 'silent' })).text).not.toContain('Humpback');
  });

  test('of a whole archive tells some and names or counts the others', async () => {
    const archive = Array.from({ length: 40 }, (_, at) =>
      BRIDGE.replace('harbour-bridge', `bridge-${at}`).replace(
        'old harbour bridge\n',
        `old harbour bridge ${at}\n`,
      ),
    );
    const { text, reply, versions } = await written(shelfWith(...archive), every);
    expect(reply.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(8);
    expect(text).toContain('These are new or changed too, and come in the next digest:');
    expect(text).toContain('And 12 more');
    expect(versions.size).toBe(40);
  });

  test('of a whole archive goes on in the next with what there was no room for', async () => {
    const stories = shelfWith(
      ...Array.from({ length: 20 }, (_, at) =>
        BRIDGE.replace('harbour-bridge', `bridge-${at}`).replace(
          'old harbour bridge\n',
          `old harbour bridge ${at}\n`,
        ),
      ),
    );
    let known: ReadonlyMap<string, number> = new Map();
    const headings: string[] = [];
    for (const told of [8, 16, 20]) {
      const digest = await written(stories, { ...every, briefed: briefed(...known) });
      headings.push(...digest.reply.blocks.flatMap((one) => (one.kind === 'heading' ? [one.text] : [])));
      known = new Map([...known, ...digest.told]);
      expect(known.size).toBe(told);
    }
    expect(new Set(headings).size).toBe(20);
    const last = await written(stories, { ...every, briefed: briefed(...known), whenUnchanged: 'send' });
    expect(last.text).toContain('Also in this digest:');
    expect(last.text).not.toContain('next digest');
    expect(last.told.size).toBe(20);
  });

  test('without any story is skipped', async () => {
    expect(await composed(shelfWith(), every)).toEqual({ kind: 'skip', reason: 'no-story' });
  });
});
