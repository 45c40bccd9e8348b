import { describe, expect, it } from 'vitest';
import { open, startRig } from './rig.ts';

describe('an address that is nearly right', () => {
  it.each([
    ['/stories', '/'],
    ['/stories/', '/'],
    ['/stories/harbour-bridge/', '/stories/harbour-bridge'],
    ['/stories/Harbour-Bridge', '/stories/harbour-bridge'],
    ['/Stories/HARBOUR-BRIDGE/Versions/', '/stories/harbour-bridge/versions'],
    ['/stories/harbour-bridge/?v=1', '/stories/harbour-bridge?v=1'],
    ['/preview/', '/preview'],
    ['/preview/digest/', '/preview/digest'],
  ])('leads to the right one: %s', async (path, right) => {
    const rig = await startRig();
    const response = await fetch(rig.url + path);
    expect(response.status).toBe(200);
    expect(response.url).toBe(rig.url + right);
    const { headers } = await fetch(rig.url + path, { redirect: 'manual' });
    expect(headers.get('location')).toMatch(/^\/(?!\/)/);
  });

  it.each(['//stories/', '//evil.example/', '/nowhere/', '/stories/none', '/stories/harbour-bridge/none'])(
    'leads nowhere when there is none: %s',
    async (path) => {
      const rig = await startRig();
      const response = await fetch(rig.url + path, { redirect: 'manual' });
      expect([response.status, response.headers.get('location')]).toEqual([404, null]);
    },
  );
});

describe('what there never was', () => {
  it.each([
    ['/stories/harbour-bridge?v=0', 'There is no such version of this story.'],
    ['/stories/harbour-bridge?v=abc', 'There is no such version of this story.'],
    ['/stories/harbour-bridge?v=-1', 'There is no such version of this story.'],
    ['/preview?story=nope', 'nope'],
  ])('is not found: %s', async (path, words) => {
    const response = await fetch((await startRig()).url + path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(words);
  });

  it('is not mistaken for what there is', async () => {
    const rig = await startRig();
    expect((await open(rig, '/stories/harbour-bridge?v=1')).querySelector('.banner')).toBeNull();
    expect((await fetch(`${rig.url}/preview?story=harbour-bridge`)).status).toBe(200);
  });
});

it('a preview is asked for by a form of ours, and by no other kind of body', async () => {
  const rig = await startRig();
  const body = new FormData();
  body.set('question', 'How much are the repairs?');
  const response = await fetch(`${rig.url}/preview`, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('I couldn’t read what was sent');
});
