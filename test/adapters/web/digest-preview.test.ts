import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { DiscordCourier } from '../../../adapters/discord/digests/courier.ts';
import { GlobalShare } from '../../../adapters/discord/digests/global-share.ts';
import { SlackCourier } from '../../../adapters/slack/digests/courier.ts';
import { tokenAuthorizer } from '../../../adapters/slack/install/authorizer.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { SubscriptionId } from '../../../src/chat/digest-intent.ts';
import type { Shelf } from '../../../src/chat/reading.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { createCompose } from '../../../src/digest/compose.ts';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { BRIDGE, MORNING, shelfWith, slug, WHALES } from '../../support/stories.ts';
import { subscription } from '../../support/subscriptions.ts';
import { counts, HOSTILE, payloads } from './preview-page.ts';
import { open, startRig } from './rig.ts';

/** What the couriers post for the digest of a subscription with the id that is in the page's messages. */
async function posted(page: Document, stories: Shelf, terms: Partial<Subscription>) {
  const chat = createChat({ stories });
  const id = subscriptionIn(JSON.stringify(payloads(page, 'discord')), chat);
  const occasion = { localDate: '2026-11-02', occurrenceAt: MORNING, late: false };
  const compose = createCompose({ stories, read: sharedReadings() });
  const content = await compose(subscription({ ...terms, id }), occasion);
  if (content.kind !== 'reply') throw new Error('nothing to send');
  const nowhere = { chat, isOn: () => false, track: () => undefined };
  const discord = new DiscordCourier({
    ...nowhere,
    rest: new REST(),
    token: '',
    clock: { now: () => MORNING },
    share: new GlobalShare(),
  });
  const slack = new SlackCourier({
    ...nowhere,
    authorizer: tokenAuthorizer('', {}),
    clientOptions: {},
    onDead: () => false,
  });
  const bodies = (courier: DiscordCourier | SlackCourier) =>
    courier.render(content.reply).map(({ body }) => body as unknown);
  return { discord: bodies(discord), slack: bodies(slack) };
}

/** The subscription that a message's "Stop" stops. */
function subscriptionIn(body: string, chat: Pick<Chat, 'decode'>): SubscriptionId {
  for (const [, packed = ''] of body.matchAll(/"custom_id":("[^"]*")/g)) {
    const intent = chat.decode(JSON.parse(packed));
    if (intent?.kind === 'digest' && intent.verb === 'pause' && intent.subscription)
      return intent.subscription;
  }
  throw new Error('nothing to stop');
}

describe('a digest’s preview', () => {
  async function digestPage(query: string, stories: Shelf = shelfWith(BRIDGE)): Promise<Document> {
    return open(await startRig({ stories }), `/preview/digest${query}`);
  }
  const times = (page: Document) =>
    [...page.querySelectorAll('[aria-labelledby=next-title] li')].map((each) => each.textContent);

  it.each([
    ['a story’s', '?story=harbour-bridge&zone=Europe/Kyiv', slug('harbour-bridge')],
    ['every story’s', '?zone=Europe/Kyiv', undefined],
  ])('is exactly what the couriers post: %s', async (_, query, story) => {
    const stories = shelfWith(BRIDGE, WHALES);
    const page = await digestPage(query, stories);
    const { discord, slack } = await posted(page, stories, { story });
    expect(payloads(page, 'discord')).toEqual(discord);
    expect(payloads(page, 'slack')).toEqual(slack);
  });

  it('has the message alone, with the buttons of a digest, in each platform’s dress', async () => {
    const page = await digestPage('?story=harbour-bridge');
    for (const platform of ['discord', 'slack']) {
      const look = page.querySelector(`.look.${platform}`);
      expect(look?.getAttribute('data-tone')).toBe('digest');
      expect(look?.querySelector('.words')?.textContent).toContain('old harbour bridge to cars');
      expect(look?.textContent).not.toContain('would be sent now');
      expect(look?.textContent).not.toContain('The next ones');
      const labels = [...(look?.querySelectorAll('.button') ?? [])].map((button) => button.textContent);
      expect(labels).toEqual(expect.arrayContaining(['Change', 'Stop']));
    }
  });

  it('tells how much of each limit every message uses, one of many messages too', async () => {
    const many = Array.from({ length: 28 }, (_, index) =>
      BRIDGE.replace('slug: harbour-bridge', `slug: bridge-${index}`).replace(
        'City council votes to close the old harbour bridge',
        `City council ${index} votes, after a debate that went on long into the night, to close the old harbour bridge`,
      ),
    );
    const stories = shelfWith(...many);
    const page = await digestPage('?zone=Europe/Kyiv', stories);
    const { discord } = await posted(page, stories, { story: undefined });
    expect(discord.length).toBeGreaterThan(1);
    expect(payloads(page, 'discord')).toEqual(discord);
    // What the courier knows a message again by.
    expect(page.querySelector('.look.discord .button')?.textContent).toBe(`1/${discord.length}`);
    expect(counts(page, 'discord').length).toBe(5 * discord.length);
    for (const [used, limit] of [...counts(page, 'discord'), ...counts(page, 'slack')]) {
      expect(used).toBeLessThanOrEqual(limit);
    }
    expect(counts(page, 'discord')[0]?.[0]).toBeGreaterThan(2_000);
  });

  it('has the next three times in words, and says whose time it is', async () => {
    const page = await digestPage('?story=harbour-bridge&time=8am&days=mon,wed&zone=Kyiv');
    // The clock says Monday the 2nd, 10:00 in Kyiv.
    expect(times(page)).toEqual([
      expect.stringMatching(/Wed 4 Nov.* 08:00/),
      expect.stringMatching(/Mon 9 Nov.* 08:00/),
      expect.stringMatching(/Wed 11 Nov.* 08:00/),
    ]);
    expect(page.querySelector('#time')?.getAttribute('value')).toBe('8am');
    const said = (each: Document) => each.querySelector('[aria-labelledby=next-title] .note')?.textContent;
    expect(said(page)).toBe('In Kyiv time:');
    expect(said(await digestPage(''))).toBe('In UTC:');
  });

  it('begins with every story on weekdays', async () => {
    const page = await digestPage('');
    expect(page.querySelector('option[selected]')?.textContent).toBe('Every story');
    expect(times(page).length).toBe(3);
  });

  it('keeps what a story says as text', async () => {
    const page = await digestPage('', shelfWith(HOSTILE));
    expect(page.querySelectorAll('script').length).toBe(1);
    expect(page.querySelector('img, [onerror], [style]')).toBeNull();
    expect(JSON.stringify(payloads(page, 'slack'))).toContain('<script>alert(1)</script>');
  });

  it('says in words what it cannot read, and that there is nothing to send', async () => {
    const page = await digestPage('?zone=%3Cb%3EAtlantis');
    expect(page.querySelector('.digest')?.getAttribute('data-tone')).toBe('refusal');
    expect(page.querySelector('.digest')?.textContent).toContain('I know no time zone “<b>Atlantis”');
    expect(page.querySelector('.digest b, .look')).toBeNull();
    const none = await digestPage('', shelfWith());
    expect(none.querySelector('.digest')?.textContent).toMatch(/nothing|no stor/i);
    expect(none.querySelector('.look')).toBeNull();
  });
});
