import type { DigestForm, DigestFormPurpose } from '../../chat/digest-desk.ts';
import type { Reply } from '../../chat/reply.ts';
import { clockTime, daysWords, quietText } from '../schedule-words.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { type Before, defaultTerms } from './read-terms.ts';
import { mayChange } from './standing.ts';
import { mayNot, refusedToStart, zoneOf } from './subscribe.ts';
import { whichSubscription } from './which-subscription.ts';

/** What a form opens with: what a new subscription would be, or what one is. */
export async function form(
  parts: DeskParts,
  visit: Visit,
  { verb, subscription }: DigestFormPurpose,
): Promise<DigestForm | { readonly refusal: Reply }> {
  if (verb === 'subscribe') {
    const refused = refusedToStart(visit, await parts.subscriptions.at(visit.place.destination));
    if (refused) return { refusal: refused };
    return { destination: visit.place.destination, ...formOf(defaultTerms(zoneOf(visit))) };
  }
  const which = await whichSubscription(parts, visit, subscription, 'change');
  if ('reply' in which) return { refusal: which.reply };
  const { id, destination } = which.subscription;
  if (!mayChange(which.visit, which.subscription)) return { refusal: mayNot(visit.asker) };
  return { subscription: id, destination, ...formOf(which.subscription) };
}

function formOf({ story, schedule, whenUnchanged }: Before): Omit<DigestForm, 'destination'> {
  return {
    story: story ?? 'all',
    time: clockTime(schedule.minute),
    days: daysWords(schedule.weekdays),
    zone: schedule.zone ?? '',
    quiet: quietText(schedule.quietDates),
    whenUnchanged,
  };
}
