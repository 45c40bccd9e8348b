import { afterEach, beforeEach } from 'vitest';
import type { DigestIntent, DigestPlace, FindPlace } from '../../../src/chat/digest-intent.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { createSubscriptions } from '../../../src/digest/create-subscriptions.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { silentLog } from '../../support/every-store.ts';
import { digestsOver } from '../../support/stored-digests.ts';
import { asker, BRIDGE, shelfWith, WHALES } from '../../support/stories.ts';

/** Monday, ten in the morning in Kyiv. */
export const NOW = Date.UTC(2026, 10, 23, 8);
export const MIRA = asker({ platform: 'slack', workspace: 'T1', channel: 'C1', user: 'U1' });
export const GENERAL: DigestPlace = {
  destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
  name: '#general',
  standing: 'member',
  zone: 'Europe/Kiev',
};
export const MANAGER = { place: { standing: 'manager' } } as const;
export const sources = { stories: shelfWith(BRIDGE, WHALES), read: sharedReadings() };

/** Who asks, where and when; U1 in #general at `NOW` unless told otherwise. */
export interface Asking {
  readonly place?: Partial<DigestPlace>;
  readonly find?: FindPlace;
  readonly user?: string;
  readonly at?: number;
}

/** The digests' desk over a store of its own, empty at the beginning of each test. */
export function useDesk() {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ kind: 'memory' }, { log: silentLog, now: NOW });
  });
  afterEach(() => store.close());

  const desk = () => digestsOver(store, sources).digests;
  const ask = (
    intent: DigestIntent,
    { place = {}, find, user = 'U1', at = NOW }: Asking = {},
  ): Promise<Reply> =>
    desk().handle({
      asker: { ...MIRA, user },
      intent,
      place: { ...GENERAL, ...place },
      ...(find && { find }),
      at,
    });
  return {
    desk,
    ask,
    subscribe: (text: string, ...rest: readonly Asking[]) =>
      ask({ kind: 'subscribe', choices: { text } }, ...rest),
    subscriptions: () => createSubscriptions(store),
    store: () => store,
  };
}

export const words = async (reply: Promise<Reply>) => plainText(await reply);
export const labels = ({ actions }: Reply) => actions.map(({ label }) => label);
