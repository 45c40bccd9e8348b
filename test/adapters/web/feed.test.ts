import { describe, expect, it } from 'vitest';
import { versionsFeed } from '../../../adapters/web/pages/feed.ts';
import { createStoryPages } from '../../../src/chat/story-pages.ts';
import { BRIDGE, MORNING, shelfWith, WHALES } from '../../support/stories.ts';
import { startRig, UNHURRIED } from './rig.ts';

const FEED = '/stories/harbour-bridge/feed.atom';

/** The bridge's story in so many versions, in each of which the repairs cost another million. */
function bridgeIn(versions: number, body = BRIDGE) {
  const stories = shelfWith(body);
  for (let number = 2; number <= versions; number++) {
    stories.replace(body.replaceAll('14 million', `${13 + number} million`));
  }
  return stories;
}

const LONG = Array.from(
  { length: 300 },
  (_, at) => `The harbour master of pier ${at} said the bridge would cost the city 14 million euros.`,
).join('\n\n');

function entriesOf(feed: string) {
  return [
    ...feed.matchAll(/<entry>\n<title>(.*)<\/title>[\s\S]*?<content type="html">([\s\S]*?)<\/content>/g),
  ].map(([, title = '', content = '']) => ({ title, content }));
}

describe('the feed of a story', () => {
  it('tells the ten newest versions apart by their titles', async () => {
    const rig = await startRig({ stories: bridgeIn(12) });
    const entries = entriesOf(await (await fetch(rig.url + FEED)).text());
    const title = 'City council votes to close the old harbour bridge';
    expect(entries.map((entry) => entry.title)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `${title} (version ${number})`),
    );
    expect(entries[0]?.content).toContain('25 million');
  });

  it('stays small however much changed: what is too much is a link to it', async () => {
    const rig = await startRig({ stories: bridgeIn(6, `${BRIDGE}\n${LONG}\n`) });
    const feed = await (await fetch(rig.url + FEED)).text();
    expect(feed.length).toBeLessThan(500_000);
    const entries = entriesOf(feed);
    expect(entries).toHaveLength(6);
    expect(entries[0]?.content).toContain('19 million');
    const link = (from: number) =>
      `&lt;a href=&quot;/stories/harbour-bridge/changes?from=${from}&amp;amp;to=${from + 1}&quot;&gt;What changed`;
    expect(entries[4]?.content).toContain(link(1));
    expect(entries[5]?.content).toBe('The first version seen');
  });

  it('is new when there is a new version', async () => {
    const stories = bridgeIn(2);
    const rig = await startRig({ stories });
    const read = async () => entriesOf(await (await fetch(rig.url + FEED)).text()).length;
    expect(await read()).toBe(2);
    stories.replace(BRIDGE.replace('14 million', '20 million'));
    expect(await read()).toBe(3);
  });

  it('is made once for all who ask at once, and others have their turn while it is made', async () => {
    const stories = bridgeIn(5);
    const pages = createStoryPages(stories);
    const page = pages.page('harbour-bridge');
    if (!page) throw new Error('there is no such page');
    let turns = 0;
    let making = true;
    const turn = () => {
      turns++;
      if (making) setImmediate(turn);
    };
    setImmediate(turn);
    const comparedIn: number[] = [];
    await versionsFeed(page.story, pages.versions('harbour-bridge'), () => {
      comparedIn.push(turns);
      return [];
    });
    making = false;
    expect(new Set(comparedIn).size).toBe(5);

    let compared = 0;
    const counting = { ...pages, changes: count };
    function count(...pair: Parameters<typeof pages.changes>) {
      compared++;
      return pages.changes(...pair);
    }
    const rig = await startRig({ stories, pages: counting });
    const feeds = await Promise.all([1, 2, 3].map(async () => (await fetch(rig.url + FEED)).text()));
    expect(new Set(feeds).size).toBe(1);
    expect(compared).toBe(5);
  });
});

describe('comparing two versions', () => {
  it('is done once while somebody asks for it', () => {
    const stories = bridgeIn(3);
    const pages = createStoryPages(stories);
    const pair = () => pages.changes('harbour-bridge', 1, 3);
    expect(pair()).toBe(pair());
    expect(pages.changes('harbour-bridge', 3, 1)).not.toBe(pair());
    expect(JSON.stringify(pages.changes('harbour-bridge', 2, 3))).not.toContain('14 million');
  });

  it('is done less often for one client than pages are read, as a page and in a feed', async () => {
    const rates = { ...UNHURRIED, comparisons: { atOnce: 2, pauseMs: 60_000 } };
    const stories = shelfWith(BRIDGE, WHALES);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    const rig = await startRig({ rates, stories });
    const status = async (path: string) => (await fetch(`${rig.url}/stories/${path}`)).status;
    expect(await status('harbour-bridge/feed.atom')).toBe(200);
    expect(await status('harbour-bridge/changes?from=1&to=2')).toBe(200);
    expect(await status('fjord-whales/feed.atom')).toBe(429);
    expect(await status('harbour-bridge/changes?from=2&to=1')).toBe(429);
    expect(await status('harbour-bridge')).toBe(200);
    rig.now = MORNING + 60_000;
    expect(await status('fjord-whales/feed.atom')).toBe(200);
  });
});
