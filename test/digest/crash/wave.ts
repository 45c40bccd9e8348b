import type { Reply } from '../../../src/chat/reply.ts';
import type { DigestContent } from '../../../src/digest/content.ts';
import { createSubscriptions } from '../../../src/digest/create-subscriptions.ts';
import type { Subscription } from '../../../src/digest/subscription.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Slug } from '../../../src/story/article.ts';
import type { Seen, Target } from './crash-ground.ts';

const STORY = 'bridge' as Slug;
const MINUTE = 60_000;
/** So long that two parts are never one message, on any platform. */
const AT_LENGTH = 'All of this is to be read. '.repeat(270);

/** How many parts the digest of a place has: about every fifth has two, of a message each or more. */
export function partsOf(place: string): number {
  return [...place].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5 === 0 ? 2 : 1;
}

/** The digest of a place of the wave. */
export function waveDigest({ id, destination }: Subscription): DigestContent {
  const count = partsOf(destination.id);
  const reply: Reply = {
    tone: 'digest',
    blocks: Array.from({ length: count }, (_, part) => ({
      kind: 'prose',
      content: [
        { kind: 'text', text: `Part ${part} for ${destination.id}. ${count > 1 ? AT_LENGTH : ''}`.trim() },
      ],
    })),
    actions: [{ label: 'Stop', intent: { kind: 'digest', verb: 'pause', subscription: id } }],
  };
  const versions = new Map([[STORY, 1]]);
  return { kind: 'reply', reply, versions, told: versions };
}

/** The parts that a message shows, as `platform place part`. */
export function partsSeen({ platform, place, text }: Seen): readonly string[] {
  return [...text.matchAll(/Part (\d+) for (\S+)\./g)].map(([, part, meant]) => {
    if (meant !== place) throw new Error(`a digest for ${meant} came to ${place}`);
    return `${platform} ${place} ${part}`;
  });
}

/** Subscribes these places to a digest that was due a minute ago. */
export async function subscribeWave(store: Store, targets: readonly Target[]): Promise<void> {
  const now = Date.now();
  const due = new Date(now - MINUTE);
  // A zone where it is about noon: midnight is far.
  const hours = 12 - due.getUTCHours();
  const zone = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  const minute = 12 * 60 + due.getUTCMinutes();
  // In one transaction: a thousand commits would take longer than the wave.
  await store.transaction(async (db) => {
    const subscriptions = createSubscriptions({ ...store, db });
    for (const { destination } of targets) {
      await subscriptions.add(
        {
          destination,
          story: STORY,
          schedule: { minute, weekdays: 127, zone, quietDates: [] },
          whenUnchanged: 'send',
          createdBy: 'U1',
        },
        now - 2 * 60 * MINUTE,
      );
    }
  });
}
