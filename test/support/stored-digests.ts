import { sharedReadings } from '../../src/chat/shared-readings.ts';
import { createCompose } from '../../src/digest/compose.ts';
import { createDigestDesk } from '../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { silentLog } from './every-store.ts';
import { BRIDGE, shelfWith } from './stories.ts';

/** A store in memory and the digests that are kept in it, as the service has them; any fault of theirs is thrown. */
export async function storedDigests(now = Date.now()) {
  const store = await openStore({ kind: 'memory' }, { log: silentLog, now });
  const sources = { stories: shelfWith(BRIDGE), read: sharedReadings() };
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
  return { store, sources, compose, digests };
}
