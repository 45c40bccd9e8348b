import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording, typedCommand } from '../../chat/wording-digest.ts';
import type { Subscription } from '../subscription.ts';
import {
  confirmation,
  dialectOf,
  fullWords,
  note,
  prose,
  subscriptionActions,
  summaryWords,
  typedTerms,
} from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { mayChange } from './standing.ts';
import { mayNot } from './subscribe.ts';
import { whichSubscription } from './which-subscription.ts';

/** What is done with a whole subscription by whoever may. */
export type Handling = 'pause' | 'resume' | 'remove' | 'now';

/** Stops, resumes, removes or sends one. */
export async function manage(
  parts: DeskParts,
  visit: Visit,
  kind: Handling,
  named: string | undefined,
): Promise<Reply> {
  const which = await whichSubscription(parts, visit, named, kind);
  if ('reply' in which) return which.reply;
  const { subscription, visit: there } = which;
  if (!mayChange(there, subscription)) return mayNot(visit.asker);
  switch (kind) {
    case 'pause':
      return pause(parts, there, subscription);
    case 'resume':
      return resume(parts, there, subscription);
    case 'remove':
      return remove(parts, there, subscription);
    case 'now':
      return sendNow(parts, there, subscription);
    default:
      return kind satisfies never;
  }
}

async function pause(parts: DeskParts, { at }: Visit, before: Subscription): Promise<Reply> {
  const wasPaused = before.status.kind === 'paused';
  const paused = await parts.subscriptions.pause(before.id, at);
  if (!paused) return gone();
  return {
    tone: 'chat',
    blocks: [
      prose(wasPaused ? digestWording.isPaused : digestWording.paused),
      prose(`${summaryWords(parts.sources.stories, paused)}.`),
    ],
    actions: subscriptionActions(paused),
  };
}

async function resume(parts: DeskParts, { at, place }: Visit, before: Subscription): Promise<Reply> {
  const told = { shelf: parts.sources.stories, now: at };
  if (before.status.kind === 'active') return confirmation(digestWording.isActive, before, told);
  if (place.obstacle !== undefined) return refusal(place.obstacle, []);
  const resumed = await parts.subscriptions.resume(before.id, at);
  if (!resumed) return gone();
  const reply = confirmation(digestWording.resumed, resumed, told);
  // What a failure stopped may owe today's.
  return before.status.kind === 'broken'
    ? { ...reply, actions: subscriptionActions(resumed, ['now', 'preview', 'change', 'pause']) }
    : reply;
}

async function remove(parts: DeskParts, { asker }: Visit, subscription: Subscription): Promise<Reply> {
  if (!(await parts.subscriptions.remove(subscription.id))) return gone();
  return {
    tone: 'chat',
    blocks: [
      prose(digestWording.removed),
      prose(`${summaryWords(parts.sources.stories, subscription)}.`),
      note(digestWording.again(typedCommand('subscribe', typedTerms(subscription, dialectOf(asker))))),
    ],
    actions: [],
  };
}

async function sendNow(parts: DeskParts, { at, place }: Visit, subscription: Subscription): Promise<Reply> {
  if (place.obstacle !== undefined) return refusal(place.obstacle, []);
  const sent = await parts.subscriptions.sendNow(subscription.id, at);
  // Today's is accounted for by now: the next one is another day's.
  const after = (await parts.subscriptions.find(subscription.id)) ?? subscription;
  const words = prose(fullWords(parts.sources.stories, after, at));
  switch (sent) {
    case 'queued':
      return { tone: 'chat', blocks: [prose(digestWording.sending(place.name)), words], actions: [] };
    case 'underway':
      return { tone: 'chat', blocks: [prose(digestWording.underway), words], actions: [] };
    case 'already-sent':
      return {
        tone: 'refusal',
        blocks: [prose(digestWording.alreadySent), words],
        actions: subscriptionActions(subscription, ['preview', 'why']),
      };
    case 'gone':
      return gone();
    default:
      return sent satisfies never;
  }
}

function gone(): Reply {
  return refusal(digestWording.goneDigest, []);
}
