import type { DigestPlace, FindPlace } from '../../chat/digest-intent.ts';
import type { Asker } from '../../chat/request.ts';
import type { Store } from '../../store/store.ts';
import type { Sources } from '../compose.ts';
import type { Compose } from '../content.ts';
import type { Subscriptions } from '../subscriptions.ts';

/** What the digests' commands work with. */
export interface DeskParts {
  readonly subscriptions: Subscriptions;
  /** What there is of people and workspaces, to be forgotten. */
  readonly store: Store;
  readonly sources: Sources;
  readonly compose: Compose;
  /** Told of a fault of ours; the person is told in words. */
  readonly onFault?: (fault: unknown) => void;
}

/** What a digest that nobody subscribed to is written with. */
export type Writing = Pick<DeskParts, 'sources' | 'compose'>;

/** Somebody, somewhere, at a time. */
export interface Visit {
  readonly asker: Asker;
  readonly place: DigestPlace;
  /** Finds other places; absent where nothing else can be looked up. */
  readonly find?: FindPlace | undefined;
  /** Epoch milliseconds. */
  readonly at: number;
}
