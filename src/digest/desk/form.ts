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
    return refused ? { refusal: refused } : formOf(defaultTerms(zoneOf(visit)));
  }
  const which = await whichSubscription(parts, visit, subscription, 'change');
  if ('reply' in which) return { refusal: which.reply };
  if (!mayChange(visit, which.subscription)) return { refusal: mayNot(visit.asker.platform) };
  return { subscription: which.subscription.id, ...formOf(which.subscription) };
}

function formOf({ story, schedule, whenUnchanged }: Before): DigestForm {
  return {
    story: story ?? 'all',
    time: clockTime(schedule.minute),
    days: daysWords(schedule.weekdays),
    zone: schedule.zone ?? '',
    quiet: quietText(schedule.quietDates),
    whenUnchanged,
  };
}
