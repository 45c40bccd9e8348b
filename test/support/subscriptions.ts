import type { SubscriptionId } from '../../src/chat/digest-intent.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { MORNING, slug } from './stories.ts';

/** A subscription of #general to the bridge's story, every weekday at eight in Kyiv. */
export function subscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: 'k3v9q2m4' as SubscriptionId,
    destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
    story: slug('harbour-bridge'),
    schedule: { minute: 480, weekdays: 0b0011111, zone: 'Europe/Kyiv', quietDates: [] },
    whenUnchanged: 'line',
    status: { kind: 'active' },
    createdBy: 'U1',
    createdAt: MORNING,
    nextDueAt: undefined,
    lastLocalDate: undefined,
    briefed: new Map(),
    ...given,
  };
}
