import { describe, expect, it } from 'vitest';
import { readWebSettings } from '../../../adapters/web/settings.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';
import { documentOf, open, post, startRig, UNHURRIED } from './rig.ts';

describe('what every response says to browsers', () => {
  it.each(['/', '/stories/harbour-bridge', '/stories/none', '/assets'])('%s', async (path) => {
    const rig = await startRig();
    const script = (await open(rig, '/')).querySelector('script[src]')?.getAttribute('src') ?? '';
    const { headers } = await fetch(rig.url + (path === '/assets' ? script : path));
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('needs nothing inline and nothing from elsewhere', async () => {
    const rig = await startRig();
    for (const path of ['/', '/stories/harbour-bridge']) {
      const page = await open(rig, path);
      expect(
        page.querySelector('style, [style], script:not([src]):not([type="application/ld+json"])'),
      ).toBeNull();
      for (const part of page.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon]')) {
        expect(part.getAttribute('src') ?? part.getAttribute('href')).toMatch(/^\/assets\//);
      }
    }
  });

  it('lets files be kept for good, since their address changes with their content, and sends them small', async () => {
    const rig = await startRig();
    const style = (await open(rig, '/')).querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(rig.url + style, { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await response.text()).toContain('prefers-color-scheme');
    }
  });
});

describe('what is not taken', () => {
  it('a form that another site sent', async () => {
    const rig = await startRig();
    const { host } = new URL(rig.url);
    const status = async (headers: Record<string, string>) =>
      (await post(rig, { said: 'hi' }, headers)).status;
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site', origin: rig.url })).toBe(403);
    expect(await status({ origin: rig.url })).toBe(200);
    // A proxy that ends TLS: the browser's protocol is not ours.
    expect(await status({ origin: `https://${host}` })).toBe(200);
    expect(await status({})).toBe(200);
  });

  it('a body too long, or none that a form sends', async () => {
    const rig = await startRig();
    const long = await post(rig, { said: 'x'.repeat(40_000) });
    expect(long.status).toBe(413);
    expect(await long.text()).toContain('Please ask in fewer words');
    expect((await post(rig, { said: 'x'.repeat(2_001) })).status).toBe(413);
    const json = await fetch(`${rig.url}/ask`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(json.status).toBe(400);
    expect(await json.text()).toContain('I couldn’t read what was sent');
  });

  it('a body too long that does not say how long it is', async () => {
    const rig = await startRig();
    const send = (said: string) =>
      fetch(`${rig.url}/ask`, {
        method: 'POST',
        body: new Blob([String(new URLSearchParams({ said }))]).stream(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        duplex: 'half',
      } as RequestInit);
    expect((await send('x'.repeat(40_000))).status).toBe(413);
    expect(await (await send('What did Ingrid Solheim say?')).text()).toContain('Solheim');
  });

  it('more questions than one client may ask, in words, and others still may', async () => {
    const rates = { ...UNHURRIED, questions: { atOnce: 2, pauseMs: 5_000 } };
    const rig = await startRig({ rates, settings: { proxies: 1 } });
    const from = (client: string) =>
      post(rig, { said: 'hi' }, { 'x-forwarded-for': `203.0.113.9, ${client}` });
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(200);
    const refused = await from('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.text()).toContain('Please try again in 5 seconds');
    expect((await from('192.0.2.2')).status).toBe(200);
    rig.now += 5_000;
    expect((await from('192.0.2.1')).status).toBe(200);
  });

  it('a forwarded address when no proxy of ours stands before us', async () => {
    const rates = { ...UNHURRIED, questions: { atOnce: 1, pauseMs: 60_000 } };
    const rig = await startRig({ rates });
    expect((await post(rig, { said: 'hi' }, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
    expect((await post(rig, { said: 'hi' }, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(429);
  });
});

describe('a talk', () => {
  const key = (page: Document) =>
    page.querySelector('#ask-form input[name=talk]')?.getAttribute('value') ?? '';

  it('is known by a key nobody guesses, which is new for each', async () => {
    const rig = await startRig();
    const keys = await Promise.all([0, 1].map(async () => key(await documentOf(post(rig, { said: 'hi' })))));
    expect(keys[0]).toMatch(/^[\w-]{22}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });

  it('is kept out of caches, and forgotten when asked', async () => {
    const rig = await startRig();
    const first = await post(rig, { said: 'What did Ingrid Solheim say?' });
    expect(first.headers.get('cache-control')).toBe('no-store');
    const talk = key(await documentOf(first));
    const second = await documentOf(post(rig, { said: 'how much are repairs?', talk, turn: '1' }));
    expect(second.querySelectorAll('.turn').length).toBe(2);
    const forgotten = await documentOf(post(rig, { press: 'forget', talk, turn: '2' }));
    expect(forgotten.querySelectorAll('.turn').length).toBe(1);
    expect(forgotten.querySelector('.reply')?.textContent).toContain('I’ve forgotten what you asked me');
    expect(forgotten.body.textContent).not.toContain('how much are repairs?');
  });

  it('is nobody else’s: a key that is none begins another', async () => {
    const page = await documentOf(post(await startRig(), { said: 'hi', talk: '"><script>' }));
    expect(key(page)).toMatch(/^[\w-]{22}$/);
  });

  it('is in no log, whatever goes wrong', async () => {
    const chat = createChat({ stories: shelfWith(BRIDGE) });
    const rig = await startRig({ chat: { ...chat, handle: () => Promise.reject(new Error('broken')) } });
    const broken = await post(rig, { said: 'a secret question' });
    expect(broken.status).toBe(500);
    expect(await broken.text()).toContain('Something went wrong on my side');
    expect(rig.logged.join()).toContain('broken');
    expect(rig.logged.join()).not.toContain('secret');
  });
});

describe('the page’s settings', () => {
  it('are read, or told how to mend', () => {
    expect(readWebSettings({ PUBLIC_URL: 'https://news.example/', WEB_PROXIES: '1' })).toEqual({
      settings: { publicUrl: 'https://news.example', proxies: 1 },
    });
    expect(readWebSettings({ PUBLIC_URL: '', WEB_PROXIES: '' })).toEqual({ settings: {} });
    for (const bad of ['news.example', 'ftp://news.example', 'https://news.example/path']) {
      expect(readWebSettings({ PUBLIC_URL: bad })).toEqual({
        problems: [expect.stringContaining('PUBLIC_URL must')],
      });
    }
    expect(readWebSettings({ WEB_PROXIES: 'many' })).toEqual({
      problems: [expect.stringContaining('WEB_PROXIES')],
    });
  });
});
