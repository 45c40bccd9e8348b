import type { PostTrouble } from '../chat/courier.ts';
import type { Destination } from '../chat/destination.ts';
import type { SubscriptionId } from '../chat/digest-intent.ts';
import type { PlaceColumns, SubscriptionRow } from '../store/subscriptions.ts';
import type { Slug } from '../story/article.ts';
import type { LocalSchedule, Subscription, SubscriptionStatus } from './subscription.ts';

/** A subscription as the store keeps it; the store only holds what was written here. */
export function readSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id as SubscriptionId,
    destination: readDestination(row),
    story: row.story === '' ? undefined : (row.story as Slug),
    schedule: readSchedule(row),
    whenUnchanged: row.when_unchanged,
    status: readStatus(row),
    createdBy: row.created_by,
    createdAt: row.created_at,
    nextDueAt: row.next_due_at ?? undefined,
    lastLocalDate: row.last_local_date ?? undefined,
    briefed: readVersions(row.briefed),
  };
}

export function readSchedule(row: SubscriptionRow): LocalSchedule {
  const quietDates: string[] = JSON.parse(row.quiet_dates);
  return { minute: row.local_minute, weekdays: row.weekdays, zone: row.zone, quietDates };
}

function readDestination({ platform, workspace, place_kind, place }: PlaceColumns): Destination {
  return { platform, workspace, kind: place_kind, id: place };
}

export function placeColumns({ platform, workspace, kind, id }: Destination): PlaceColumns {
  return { platform, workspace, place_kind: kind, place: id };
}

/** Columns of a schedule. */
export function scheduleColumns({ minute, weekdays, zone, quietDates }: LocalSchedule) {
  return { local_minute: minute, weekdays, zone, quiet_dates: JSON.stringify([...quietDates].sort()) };
}

/** Story versions by slug, from JSON and back. */
export function readVersions(json: string): ReadonlyMap<Slug, number> {
  return new Map(Object.entries(JSON.parse(json) as Record<Slug, number>) as [Slug, number][]);
}

export function writeVersions(versions: ReadonlyMap<Slug, number>): string {
  return JSON.stringify(Object.fromEntries(versions));
}

function readStatus({ status, trouble }: SubscriptionRow): SubscriptionStatus {
  if (status !== 'broken') return { kind: status };
  return { kind: 'broken', trouble: (trouble ?? 'no-permission') as PostTrouble };
}
