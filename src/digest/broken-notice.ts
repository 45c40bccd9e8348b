import type { Shelf } from '../chat/reading.ts';
import { digestWording } from '../chat/wording-digest.ts';
import { prose, subscriptionActions, summaryWords } from './desk/describe.ts';
import type { BrokenNotice } from './tell-owners.ts';

/** The notice to whoever made a digest that a failure stopped: which, why, and what mends it. */
export function createBrokenNotice(shelf: Shelf): BrokenNotice {
  return (subscription, trouble) => ({
    tone: 'refusal',
    blocks: [
      prose(digestWording.stopped(summaryWords(shelf, subscription))),
      prose(digestWording.status.broken(digestWording.troubles[trouble])),
    ],
    actions: subscriptionActions(subscription, ['resume', 'change', 'remove']),
  });
}
