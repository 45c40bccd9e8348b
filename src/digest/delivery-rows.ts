import type { PostTrouble } from '../chat/courier.ts';
import type { SubscriptionId } from '../chat/digest-intent.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import type { Delivery, DeliveryReason } from './delivery.ts';

/** A delivery as the store keeps it. */
export function readDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    subscription: row.subscription_id as SubscriptionId,
    localDate: row.local_date,
    occurrenceAt: row.occurrence_at,
    state: row.state,
    attempts: row.attempts,
    reason: (row.reason ?? undefined) as DeliveryReason | undefined,
    trouble: (row.trouble ?? undefined) as PostTrouble | undefined,
    late: row.late === 1,
    messages: readMessages(row),
    finishedAt: row.finished_at ?? undefined,
  };
}

/** The platform's ids of what has been posted, in order. */
export function readMessages({ messages }: Pick<DeliveryRow, 'messages'>): readonly string[] {
  return JSON.parse(messages);
}
