import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { BRIDGE, shelfWith, WHALES } from '../../support/stories.ts';
import { open, post, startRig } from './rig.ts';

const HOSTILE = `---
title: "</title></script><script>alert('title')</script> & <b>“quotes”</b>"
slug: hostile
standfirst: "<img src=x onerror=alert(1)>"
source: 'A " onmouseover="alert(1)'
url: https://example.com/?a=<b>&c="d"
author: "<i>Nobody</i>"
published: 2026-10-30
licence: "]]> <!-- -->"
---

The mayor said &lt;script&gt;alert(1)&lt;/script&gt; was no answer to 5 < 6 & 7 > 3.

“&lt;/p&gt;&lt;/div&gt;,” said Ann Lee.
`;

const LONG = Array.from({ length: 60 }, (_, i) => `The harbour master read out rule ${i + 1}.`).join('\n\n');

const CUT = `---
title: A cut story
slug: cut
---

The harbour was closed on Monday after a storm.

ence on Tuesday, the mayor said it would open again in May.
`;

describe('a story’s page', () => {
  it('has every sentence at an address of its own', async () => {
    const page = await open(await startRig(), '/stories/harbour-bridge');
    expect(page.querySelector('#p0s1')?.textContent).toBe(
      'City council votes to close the old harbour bridge',
    );
    expect(page.querySelector('#p2s2')?.textContent).toBe('“Nobody should have to swim to work,” she said.');
    expect(page.querySelector('h1 #p0s1')).not.toBeNull();
  });

  it('has its facts beside it, each leading to the sentence it is from', async () => {
    const page = await open(await startRig(), '/stories/harbour-bridge');
    const facts = [...page.querySelectorAll('.facts details')].map(
      (each) => each.querySelector('h3')?.textContent,
    );
    expect(facts).toEqual(expect.arrayContaining(['Who’s who', 'Numbers', 'Quotes', 'Timeline']));
    const citations = [...page.querySelectorAll('.facts a.cite')];
    expect(citations.length).toBeGreaterThan(5);
    for (const citation of citations) {
      expect(page.querySelector(citation.getAttribute('href') ?? '')?.classList.contains('s')).toBe(true);
    }
  });

  it('marks what the source cut', async () => {
    const page = await open(await startRig({ stories: shelfWith(CUT) }), '/stories/cut');
    const damaged = page.querySelector('.damaged');
    expect(damaged?.querySelector('.number')?.textContent).toBe('¶2');
    expect(damaged?.textContent).toContain('The source cuts a sentence here.');
    expect(page.querySelectorAll('.damaged').length).toBe(1);
  });

  it('tells link previews and search engines what it is, with whole addresses only when ours is known', async () => {
    const own = await startRig({ settings: { proxies: 0, publicUrl: 'https://news.example' } });
    const page = await open(own, '/stories/harbour-bridge');
    const meta = (name: string) =>
      page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
    expect(meta('og:title')).toBe('City council votes to close the old harbour bridge');
    expect(meta('og:type')).toBe('article');
    expect(meta('og:url')).toBe('https://news.example/stories/harbour-bridge');
    expect(meta('article:published_time')).toBe('2026-10-30');
    expect(meta('description')).toMatch(/harbour bridge/);
    const json: unknown = JSON.parse(
      page.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    expect(json).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'City council votes to close the old harbour bridge',
      datePublished: '2026-10-30',
      publisher: { name: 'The Harbour Gazette' },
    });
    const rig = await startRig();
    const forged = await fetch(`${rig.url}/stories/harbour-bridge`, { headers: { host: 'evil.example' } });
    expect(await forged.text()).not.toMatch(/evil\.example|og:url/);
  });

  it('says when it was modified only of what was seen to be', async () => {
    const stories = shelfWith(BRIDGE);
    const rig = await startRig({ stories });
    const modified = async (path: string) => {
      const json = (await open(rig, path)).querySelector('script[type="application/ld+json"]')?.textContent;
      return (JSON.parse(json ?? '{}') as { dateModified?: string }).dateModified;
    };
    expect(await modified('/stories/harbour-bridge')).toBeUndefined();
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    expect(await modified('/stories/harbour-bridge')).toBe('2026-11-02T08:00:00.000Z');
    expect(await modified('/stories/harbour-bridge?v=1')).toBeUndefined();
  });

  it('keeps hostile words harmless everywhere on it', async () => {
    const rig = await startRig({ stories: shelfWith(HOSTILE) });
    for (const path of ['/', '/stories/hostile', '/stories/hostile/versions']) {
      const page = await open(rig, path);
      const scripts = [...page.querySelectorAll('script')].map((each) => each.getAttribute('type'));
      expect(scripts.filter((type) => type !== 'module' && type !== 'application/ld+json')).toEqual([]);
      expect(page.querySelector('img, b, i, [onmouseover], [onerror]')).toBeNull();
      expect(page.querySelector('main')?.textContent).toContain('</title></script><script>alert');
    }
    const page = await open(rig, '/stories/hostile');
    expect(page.querySelector('#p1s1')?.textContent).toContain('<script>alert(1)</script>');
    const json: unknown = JSON.parse(
      page.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    );
    expect(json).toMatchObject({ headline: expect.stringContaining('</script>') });
  });

  it('leads from an older version to the newest, and says when a version is not kept', async () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    const rig = await startRig({ stories });
    const older = await open(rig, '/stories/harbour-bridge?v=1');
    expect(older.querySelector('.banner')?.textContent).toContain(
      'version 1. There is a newer one: version 2',
    );
    expect(older.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(older.querySelector('.body')?.textContent).toContain('14 million');
    const lost = await open(rig, '/stories/harbour-bridge?v=7');
    expect(lost.querySelector('.banner')?.textContent).toContain('Version 7 of this story isn’t kept');
    expect(lost.querySelector('.body')?.textContent).toContain('15 million');
    const newest = await open(rig, '/stories/harbour-bridge');
    expect(newest.querySelector('.banner')).toBeNull();
  });

  it('stays the same until the story changes, so that asking again costs nothing', async () => {
    const stories = shelfWith(BRIDGE);
    const rig = await startRig({ stories });
    const first = await fetch(`${rig.url}/stories/harbour-bridge`);
    const etag = first.headers.get('etag') ?? '';
    const again = () => fetch(`${rig.url}/stories/harbour-bridge`, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    expect((await again()).status).toBe(200);
  });

  it('is everybody’s: what one person asked is never on the page the next one opens', async () => {
    const rig = await startRig();
    const page = async () => (await fetch(`${rig.url}/stories/harbour-bridge`)).text();
    const before = await page();
    const said = 'What did Ingrid Solheim say?';
    const asked = await (await post(rig, { said, story: 'harbour-bridge', version: '1' })).text();
    expect(asked).toContain(said);
    expect(asked).toMatch(/class="s lit"/);
    expect(await page()).toBe(before);
    expect(before).not.toContain('class="turn"');
  });

  it('is sent small with a talk on it, but a short answer as it is: packing that would only take time', async () => {
    const rig = await startRig({ stories: shelfWith(`${BRIDGE}\n${LONG}`) });
    const asked = { said: 'What did Ingrid Solheim say?', story: 'harbour-bridge', version: '1' };
    const encoding = async (fields: Record<string, string>) =>
      (await post(rig, fields, { 'accept-encoding': 'gzip' })).headers.get('content-encoding');
    expect(await encoding(asked)).toBe('gzip');
    expect(await encoding({ ...asked, part: 'turn' })).toBeNull();
  });

  it('is sent small to whoever can read that, and says the same', async () => {
    const rig = await startRig();
    const sent = (encoding: string) =>
      fetch(`${rig.url}/stories/harbour-bridge`, { headers: { 'accept-encoding': encoding } });
    const plain = await (await sent('identity')).text();
    const expected = { br: 'br', 'gzip, br;q=0': 'gzip', 'gzip;q=0.5': 'gzip', 'gzip;q=0, br;q=0.0': null };
    for (const [accepted, encoding] of Object.entries(expected)) {
      const response = await sent(accepted);
      expect(response.headers.get('content-encoding'), accepted).toBe(encoding);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(await response.text()).toBe(plain);
    }
  });
});

describe('the list of stories', () => {
  it('leads to each', async () => {
    const page = await open(await startRig({ stories: shelfWith(BRIDGE, WHALES) }), '/');
    const links = [...page.querySelectorAll('.cards h2 a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/stories/harbour-bridge', '/stories/fjord-whales']);
  });

  it('goes on over several pages', async () => {
    const many = Array.from({ length: 30 }, (_, at) => WHALES.replace('fjord-whales', `whales-${at}`));
    const rig = await startRig({ stories: shelfWith(...many) });
    const first = await open(rig, '/');
    expect(first.querySelectorAll('.cards li').length).toBe(24);
    const second = await open(rig, first.querySelector('a[rel=next]')?.getAttribute('href') ?? '');
    expect(second.querySelectorAll('.cards li').length).toBe(6);
    expect(second.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/?from=0');
  });

  it('says so when there is none', async () => {
    const page = await open(await startRig({ stories: shelfWith() }), '/');
    expect(page.querySelector('main')?.textContent).toContain('There are no stories yet.');
  });

  it('finds the story a question is about', async () => {
    const rig = await startRig({ stories: shelfWith(BRIDGE, WHALES) });
    const page = parseHTML(await (await post(rig, { said: 'How many humpback whales?' })).text()).document;
    expect(page.querySelector('h1')?.textContent).toBe('Humpback whales return to the northern fjord');
    expect(page.querySelector('.s.lit mark')?.textContent).toContain('40');
  });
});

describe('versions and their feed', () => {
  it('lists every version, the newest first', async () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    const page = await open(await startRig({ stories }), '/stories/harbour-bridge/versions');
    const links = [...page.querySelectorAll('.versions li > a')].map((link) => link.getAttribute('href'));
    expect(links[0]).toBe('/stories/harbour-bridge?v=2');
    expect(page.querySelector('.versions')?.textContent).toContain('2 November 2026 at 08:00 UTC');
  });

  it('shows what changed between any two, each side cited to its own version', async () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    stories.replace(BRIDGE.replace('14 million', '16 million'));
    const rig = await startRig({ stories });
    const page = await open(rig, '/stories/harbour-bridge/changes?from=1&to=3');
    expect(page.querySelector('h1')?.textContent).toBe('From version 1 to version 3');
    expect(page.querySelector('.changes')?.textContent).toMatch(/14 million.*16 million/s);
    const links = [...page.querySelectorAll('a.cite')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining(['/stories/harbour-bridge?v=1#p3s1', '/stories/harbour-bridge?v=3#p3s1']),
    );
    const feed = await (await fetch(`${rig.url}/stories/harbour-bridge/feed.atom`)).text();
    expect(feed.match(/<entry>/g)?.length).toBe(3);
    expect(feed).toMatch(/&lt;a class=.*16 million/s);
    const same = await open(rig, '/stories/harbour-bridge/changes?from=2&to=2');
    expect(same.querySelector('main')?.textContent).toContain('No word that a reader would notice');
    expect((await fetch(`${rig.url}/stories/harbour-bridge/changes?from=1&to=9`)).status).toBe(404);
  });

  it('is well-formed Atom, whatever a title says, with ids that stay', async () => {
    const rig = await startRig({
      stories: shelfWith(HOSTILE),
      settings: { proxies: 0, publicUrl: 'https://news.example' },
    });
    const response = await fetch(`${rig.url}/stories/hostile/feed.atom`);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await response.text();
    expect(text).not.toMatch(/<(?:script|b|img)\b/);
    expect(text).toMatch(/<id>urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}<\/id>/);
    expect(text).toContain('<updated>2026-11-02T08:00:00.000Z</updated>');
    expect(text).toContain('href="https://news.example/stories/hostile?v=1"');
    expect(await (await fetch(`${rig.url}/stories/hostile/feed.atom`)).text()).toBe(text);
  });
});

it('an address with nothing at it says so, to people in words', async () => {
  const rig = await startRig();
  for (const path of [
    '/stories/none',
    '/stories/none/feed.atom',
    '/stories/..%2f',
    '/nowhere',
    '/assets/x.css',
  ]) {
    const response = await fetch(rig.url + path, { headers: { accept: 'text/html' } });
    expect(response.status, path).toBe(404);
    expect(await response.text(), path).toContain('Back to the stories');
    expect(response.headers.get('content-security-policy'), path).toContain("default-src 'none'");
  }
});
