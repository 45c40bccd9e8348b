import type { Action } from '../../chat/action.ts';
import type { Block, Reply } from '../../chat/reply.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Subscription } from '../subscription.ts';
import { dialectOf, fullWords, note, prose, subscriptionActions } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { mayStart } from './standing.ts';

/** With more than this, buttons for each would bury the list. */
const WITH_BUTTONS = 5;

/** The digests of a place, numbered. */
export async function list({ subscriptions, sources }: DeskParts, visit: Visit): Promise<Reply> {
  const here = await subscriptions.at(visit.place.destination);
  const rows = here.map((subscription, index) => ({
    label: `${index + 1}`,
    value: [{ kind: 'text' as const, text: fullWords(sources.stories, subscription, visit.at) }],
  }));
  const blocks: readonly Block[] =
    rows.length === 0
      ? [
          prose(digestWording.none(visit.place.name)),
          note(digestWording.howToSubscribe[dialectOf(visit.asker)]),
        ]
      : [
          { kind: 'heading', text: digestWording.titles.list },
          { kind: 'facts', rows },
        ];
  const isRoom = mayStart(visit, here);
  return {
    tone: 'listing',
    blocks,
    actions: [
      ...buttons(here),
      ...(isRoom
        ? [{ label: digestWording.buttons.subscribe, intent: { kind: 'digest', verb: 'subscribe' } } as const]
        : []),
    ],
  };
}

function buttons(here: readonly Subscription[]): readonly Action[] {
  const [only] = here;
  if (here.length === 1 && only) {
    return subscriptionActions(only, [
      only.status.kind === 'active' ? 'pause' : 'resume',
      'change',
      'preview',
      'why',
      'remove',
    ]);
  }
  return here
    .slice(0, WITH_BUTTONS)
    .flatMap((subscription, index) =>
      subscriptionActions(subscription, [
        'change',
        subscription.status.kind === 'active' ? 'pause' : 'resume',
      ]).map(({ label, intent }) => ({ label: digestWording.buttons.numbered(label, index + 1), intent })),
    );
}
