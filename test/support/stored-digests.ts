import { sharedReadings } from '../../src/chat/shared-readings.ts';
import { createCompose, type Sources } from '../../src/digest/compose.ts';
import { createDigestDesk } from '../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from './every-store.ts';
import { BRIDGE, shelfWith } from './stories.ts';

/** The digests that are kept in a store, as the service makes them when it starts; any fault of theirs is thrown. */
export function digestsOver(store: Store, sources: Sources) {
  const compose = createCompose(sources);
  const digests = createDigestDesk({
    subscriptions: createSubscriptions(store),
    sources,
    compose,
    store,
    onFault(fault) {
      throw fault;
    },
  });
  return { compose, digests };
}

/** The same over a store in memory. */
export async function storedDigests(now = Date.now()) {
  const store = await openStore({ kind: 'memory' }, { log: silentLog, now });
  const sources = { stories: shelfWith(BRIDGE), read: sharedReadings() };
  return { store, sources, ...digestsOver(store, sources) };
}
