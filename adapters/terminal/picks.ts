import type { Action } from '../../src/chat/action.ts';
import type { Reply } from '../../src/chat/reply.ts';

/** The actions a reply offers by number. What has a command of its own is a hint instead. */
export function picksOf(reply: Reply): readonly Action[] {
  return reply.actions.filter(
    (action) => action.intent.kind !== 'unhelpful' && hintOf(action, reply) === undefined,
  );
}

/** The commands a reply points to: `/people`, `/brief full`. */
export function commandHints(reply: Reply): readonly string[] {
  return reply.actions.flatMap((action) => hintOf(action, reply) ?? []);
}

/** A view or brief of the story in hand; of another story it is a choice between stories. */
function hintOf({ intent }: Action, { story }: Reply): string | undefined {
  if (story === undefined || intent.kind === 'digest' || intent.story !== story.slug) return undefined;
  if (intent.kind === 'view') return intent.view === 'changes' ? '/brief changes' : `/${intent.view}`;
  return intent.kind === 'brief' ? `/brief ${intent.depth}` : undefined;
}
