import type { Reply } from '../../../src/chat/reply.ts';
import type { DigestContent } from '../../../src/digest/content.ts';
import { createSubscriptions } from '../../../src/digest/create-subscriptions.ts';
import type { Subscription } from '../../../src/digest/subscription.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Slug } from '../../../src/story/article.ts';

const STORY = 'bridge' as Slug;
const MINUTE = 60_000;

/** How many messages a channel's digest has: every fifth has two. */
export function partsOf(channel: string): number {
  return Number(channel.slice(1)) % 5 === 0 ? 2 : 1;
}

/** The digest of a channel of the wave. */
export function waveDigest({ destination }: Subscription): DigestContent {
  const reply: Reply = {
    tone: 'digest',
    blocks: Array.from({ length: partsOf(destination.id) }, (_, part) => ({
      kind: 'prose',
      content: [{ kind: 'text', text: `Part ${part} for ${destination.id}.` }],
    })),
    actions: [],
  };
  return { kind: 'reply', reply, versions: new Map([[STORY, 1]]) };
}

/** Subscribes channels of both platforms to a digest that was due a minute ago. */
export async function subscribeWave(store: Store, size: number): Promise<void> {
  const now = Date.now();
  // A zone where it is about noon: midnight is far.
  const hours = 12 - new Date(now).getUTCHours();
  const zone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  const minute = 12 * 60 + new Date(now - MINUTE).getUTCMinutes();
  // In one transaction: a thousand commits would take longer than the wave.
  await store.transaction(async (db) => {
    const subscriptions = createSubscriptions({ ...store, db });
    for (const platform of ['discord', 'slack'] as const) {
      for (let at = 0; at < size; at++) {
        await subscriptions.add(
          {
            destination: { platform, workspace: 'T1', kind: 'channel', id: `C${at}` },
            story: STORY,
            schedule: { minute, weekdays: 127, zone, quietDates: [] },
            whenUnchanged: 'send',
            createdBy: 'U1',
          },
          now - 2 * 60 * MINUTE,
        );
      }
    }
  });
}
