import { describe, expect, it } from 'vitest';
import { createChat } from '../../../src/chat/create-chat.ts';
import { MemoryInProcess } from '../../../src/chat/memory-in-process.ts';
import { BRIDGE, shelfWith, WHALES } from '../../support/stories.ts';
import { documentOf, open, post, startRig } from './rig.ts';

const STORY = 'harbour-bridge';
const COST = 'how much will repairs cost?';

/** What the next form on a page sends along. */
function carried(page: Document): Record<string, string> {
  return Object.fromEntries(
    [...page.querySelectorAll('#ask-form input[type=hidden]')].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  );
}

const said = (page: Document) => [...page.querySelectorAll('.said')].map((each) => each.textContent);

describe('an answer on the page of an older version', () => {
  const startNewer = () => {
    const stories = shelfWith(BRIDGE);
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    return startRig({ stories });
  };
  const fields = { said: COST, story: STORY, version: '1' };

  it.each([
    ['with a script', { ...fields, part: 'turn' }],
    ['without one', fields],
  ])('says that it is from the newest, in words and where it is cited: %s', async (_, form) => {
    const page = await documentOf(post(await startNewer(), form));
    const turn = page.querySelector('.turn');
    expect(turn?.querySelector('.reply')?.textContent).toContain('15 million');
    expect(turn?.textContent).toContain('This is from version 2, the newest. The page shows version 1.');
    const citation = [...(turn?.querySelectorAll('a.cite') ?? [])].at(-1);
    expect(citation?.textContent).toBe('[¶3, version 2]');
    expect(citation?.getAttribute('href')).toBe('/stories/harbour-bridge?v=2#p3s1');
  });

  it('leaves that page where it was', async () => {
    const page = await documentOf(post(await startNewer(), fields));
    expect(page.querySelector('.banner')?.textContent).toContain('This is version 1');
    expect(page.querySelector('.body')?.textContent).toContain('14 million');
    expect(page.querySelector('.s.lit')).toBeNull();
    expect(carried(page)['version']).toBe('1');
  });

  it('says nothing of versions where the page shows the newest', async () => {
    const page = await documentOf(post(await startNewer(), { ...fields, version: '2' }));
    expect(page.querySelector('.turn .note')).toBeNull();
    expect([...page.querySelectorAll('.turn a.cite')].at(-1)?.textContent).toBe('[¶3]');
  });

  it('tells of an older answer what it was said of, when the story has changed since', async () => {
    const stories = shelfWith(BRIDGE);
    const rig = await startRig({ stories });
    const first = await documentOf(post(rig, fields));
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    const next = { ...carried(first), version: '2', said: 'who is Tomas Reyes?' };
    const [older, newer] = (await documentOf(post(rig, next))).querySelectorAll('.turn');
    expect(older?.textContent).toContain('This was said of version 1. The page shows version 2.');
    expect(newer?.querySelector('.note')).toBeNull();
  });
});

describe('a talk that is not known any more', () => {
  /** Two processes over the same stories and memory, as after a restart or behind a balancer. */
  const startTwo = async () => {
    const stories = shelfWith(BRIDGE, WHALES);
    const memory = new MemoryInProcess();
    const start = () => startRig({ stories, chat: createChat({ stories, memory }) });
    return [await start(), await start()] as const;
  };
  const FIRST = { said: 'What did Ingrid Solheim say?', story: STORY };
  const NEXT = 'and how much does she expect the repairs to cost?';

  it('goes on, and says that what was before is not kept', async () => {
    const [one, other] = await startTwo();
    const before = carried(await documentOf(post(one, FIRST)));
    const page = await documentOf(post(other, { ...before, said: NEXT }));
    expect(page.querySelector('.turn .reply')?.textContent).toContain('14 million');
    expect(page.querySelector('.log')?.textContent).toContain('What was said before is not kept any more.');
    expect(carried(page)).toMatchObject({ talk: before['talk'], turn: '2' });
  });

  it('is not taken for one that has only just begun', async () => {
    const [one] = await startTwo();
    const page = await documentOf(post(one, FIRST));
    expect(page.querySelector('.log')?.textContent).not.toContain('not kept any more');
  });

  it('says so also where only the last ten questions are kept', async () => {
    const [one] = await startTwo();
    let page = await documentOf(post(one, FIRST));
    for (let asked = 1; asked <= 10; asked++) {
      page = await documentOf(post(one, { ...carried(page), said: COST }));
    }
    expect(said(page)).toHaveLength(10);
    expect(page.querySelector('.log')?.textContent).toContain('not kept any more');
  });

  it('has no answer to preview, and shows no other in its place', async () => {
    const [one, other] = await startTwo();
    const { talk = '' } = carried(await documentOf(post(one, FIRST)));
    const preview = (url: string) =>
      fetch(`${url}/preview`, { method: 'POST', body: new URLSearchParams({ talk, story: STORY }) });
    expect((await preview(one.url)).status).toBe(200);
    const gone = await preview(other.url);
    expect(gone.status).toBe(404);
    expect(await gone.text()).toContain('That answer isn’t kept any more.');
  });
});

it('a talk that was forgotten is over: there is nothing left of it to forget or to show', async () => {
  const rig = await startRig();
  const asked = await documentOf(post(rig, { said: COST, story: STORY }));
  const isOffered = (page: Document) =>
    [...page.querySelectorAll('.forget, .to-preview')].map((button) => !button.hasAttribute('hidden'));
  expect(isOffered(asked)).toEqual([true, true]);
  const forgotten = await documentOf(post(rig, { ...carried(asked), press: 'forget' }));
  expect(isOffered(forgotten)).toEqual([false, false]);
  expect(carried(forgotten)['talk']).toBe('');
  const next = await documentOf(post(rig, { ...carried(forgotten), said: COST }));
  expect(said(next)).toEqual([`You asked: ${COST}`]);
  expect(next.querySelector('.log')?.textContent).not.toContain('not kept any more');
  expect(carried(next)['talk']).not.toBe(carried(asked)['talk']);
});

it('a form pressed twice is asked once, also when the first is still being answered', async () => {
  const stories = shelfWith(BRIDGE);
  const chat = createChat({ stories });
  let asked = 0;
  const counting = {
    ...chat,
    handle(request: Parameters<typeof chat.handle>[0]) {
      asked++;
      return chat.handle(request);
    },
  };
  const rig = await startRig({ stories, chat: counting });
  const first = carried(await documentOf(post(rig, { said: 'hello', story: STORY })));
  asked = 0;
  const twice = await Promise.all([1, 2].map(() => documentOf(post(rig, { ...first, said: COST }))));
  expect(asked).toBe(1);
  expect(twice.map((page) => said(page).length)).toEqual([2, 2]);
});

it('the longest question fits in any script', async () => {
  const rig = await startRig();
  const status = async (text: string) => (await post(rig, { said: text, story: STORY })).status;
  expect(await status('桥'.repeat(2_000))).toBe(200);
  expect(await status('🌉'.repeat(1_000))).toBe(200);
  expect(await status('桥'.repeat(2_001))).toBe(413);
});

it('the address an answer stands at leads to its story when it is opened again', async () => {
  const rig = await startRig({ stories: shelfWith(BRIDGE, WHALES) });
  const page = await open(rig, '/stories/fjord-whales');
  const action = page.querySelector('#ask-form')?.getAttribute('action') ?? '';
  expect(action).toBe('/ask?story=fjord-whales#newest');
  expect(page.querySelector('#press-form')?.getAttribute('action')).toBe(action);
  expect((await fetch(rig.url + action)).url).toBe(`${rig.url}/stories/fjord-whales`);
  expect((await fetch(`${rig.url}/ask`)).url).toBe(`${rig.url}/`);
  expect((await fetch(`${rig.url}/ask?story=none`)).url).toBe(`${rig.url}/`);
});
