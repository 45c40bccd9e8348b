import type { Transaction } from 'kysely';
import type { SubscriptionId } from '../chat/digest-intent.ts';
import { withdrawDeliveries } from '../store/deliveries.ts';
import { deliveriesOf, deliveryOn, reviveDelivery } from '../store/ledger.ts';
import { rerouteDeliveries } from '../store/reroute-deliveries.ts';
import type { Store } from '../store/store.ts';
import {
  addSubscription,
  lockSubscription,
  removeSubscription,
  type SubscriptionRow,
  sameSubscription,
  subscriptionOf,
  subscriptionsAt,
  updateSubscription,
} from '../store/subscriptions.ts';
import type { Tables } from '../store/tables.ts';
import { readDelivery } from './delivery-rows.ts';
import { deliveryRow, enterUntil } from './enqueue-due.ts';
import { newId } from './new-id.ts';
import { nextColumns, resumedColumns } from './next-columns.ts';
import { localDateOf } from './occurrences.ts';
import type { LocalSchedule, Subscription } from './subscription.ts';
import { placeColumns, readSchedule, readSubscription, scheduleColumns } from './subscription-rows.ts';
import type { Changed, SentNow, SubscriptionChange, Subscriptions } from './subscriptions.ts';
import { soundRow } from './take-back-ahead.ts';

/** The subscriptions of a store. What is to be sent at once is in the ledger, which is looked at every second. */
export function createSubscriptions(store: Store): Subscriptions {
  const { db } = store;

  /** One that is to be changed. */
  async function locked(tx: Transaction<Tables>, id: SubscriptionId, now: number) {
    const row = await lockSubscription(tx, store.engine, id);
    return row && soundRow(tx, store.engine, row, now);
  }

  async function change(
    id: SubscriptionId,
    { to, ...terms }: SubscriptionChange,
    now: number,
  ): Promise<Changed> {
    return store.transaction(async (tx): Promise<Changed> => {
      const row = await locked(tx, id, now);
      if (!row) return { kind: 'gone' };
      const moved = to && movedColumns(row, to);
      const columns = {
        ...moved,
        ...('story' in terms ? { story: terms.story ?? '' } : {}),
        ...(terms.schedule ? scheduleColumns(terms.schedule) : {}),
        ...(terms.whenUnchanged ? { when_unchanged: terms.whenUnchanged } : {}),
      };
      const other = await sameSubscription(tx, { ...row, ...columns });
      if (other && other.id !== id) return { kind: 'exists', subscription: readSubscription(other) };
      if (moved && !(await rerouteDeliveries(tx, id, newId))) return { kind: 'underway' };
      const isMended = moved !== undefined && row.status === 'broken';
      const reckoned = isMended
        ? resumedColumns(terms.schedule ?? readSchedule(row), row, now)
        : terms.schedule
          ? await rescheduled(tx, row, terms.schedule, now)
          : {};
      const written = await updateSubscription(tx, id, { ...columns, ...reckoned, updated_at: now });
      return written ? { kind: 'changed', subscription: readSubscription(written) } : { kind: 'gone' };
    });
  }

  /** What was due by the schedule until now stays due; by the new one it is due from now on. */
  async function rescheduled(
    tx: Transaction<Tables>,
    row: SubscriptionRow,
    schedule: LocalSchedule,
    now: number,
  ) {
    if (row.status !== 'active') return {};
    const { last_local_date } = await enterUntil(tx, store.engine, row, now);
    return { last_local_date, ...nextColumns(schedule, { last_local_date }, now) };
  }

  async function sendNow(id: SubscriptionId, now: number): Promise<SentNow> {
    return store.transaction(async (tx): Promise<SentNow> => {
      const row = await locked(tx, id, now);
      if (!row) return 'gone';
      const localDate = localDateOf(row.zone, now);
      const there = await deliveryOn(tx, id, localDate);
      if (!there) {
        const delivery = deliveryRow(row, { localDate, instant: now }, now);
        await tx
          .insertInto('deliveries')
          .values({ ...delivery, reason: 'sent-by-hand' })
          .execute();
        // What no beat has entered yet: older days, and this one by its schedule, which has its row now.
        const { last_local_date: reckoned_to } =
          row.status === 'active' ? await enterUntil(tx, store.engine, row, now) : row;
        const last = (reckoned_to ?? '') > localDate ? reckoned_to : localDate;
        const accounted = { ...row, last_local_date: last };
        const reckoned =
          row.status === 'active' ? nextColumns(readSchedule(row), accounted, now) : { reckoned_at: now };
        await updateSubscription(tx, id, { ...reckoned, last_local_date: last, updated_at: now });
        return 'queued';
      }
      if (there.state === 'sent' || there.state === 'uncertain') return 'already-sent';
      return (await reviveDelivery(tx, there.id, now)) ? 'queued' : 'underway';
    });
  }

  return {
    async add(terms, now) {
      const { row, added } = await addSubscription(db, {
        id: newId(),
        ...placeColumns(terms.destination),
        story: terms.story ?? '',
        ...scheduleColumns(terms.schedule),
        when_unchanged: terms.whenUnchanged,
        created_by: terms.createdBy,
        ...nextColumns(terms.schedule, { last_local_date: null }, now),
        created_at: now,
        updated_at: now,
      });
      return { kind: added ? 'added' : 'exists', subscription: readSubscription(row) };
    },
    async find(id) {
      const row = await subscriptionOf(db, id);
      return row && readSubscription(row);
    },
    async at(destination) {
      return (await subscriptionsAt(db, placeColumns(destination))).map(readSubscription);
    },
    change,
    async pause(id, now) {
      return store.transaction(async (tx) => {
        const row = await locked(tx, id, now);
        if (row?.status !== 'active') return row && readSubscription(row);
        const paused = await updateSubscription(tx, id, {
          status: 'paused',
          next_due_at: null,
          updated_at: now,
        });
        await withdrawDeliveries(tx, id, now);
        return paused && readSubscription(paused);
      });
    },
    async resume(id, now) {
      return store.transaction(async (tx): Promise<Subscription | undefined> => {
        const row = await locked(tx, id, now);
        if (!row || row.status === 'active') return row && readSubscription(row);
        const resumed = await updateSubscription(tx, id, {
          ...resumedColumns(readSchedule(row), row, now),
          updated_at: now,
        });
        return resumed && readSubscription(resumed);
      });
    },
    remove: (id) => removeSubscription(db, id),
    sendNow,
    async deliveries(id, count) {
      return (await deliveriesOf(db, id, count)).map(readDelivery);
    },
  };
}

/** The columns of another place; `undefined` when it is the same. */
function movedColumns(row: SubscriptionRow, { destination, owner }: NonNullable<SubscriptionChange['to']>) {
  const place = placeColumns(destination);
  const isSame =
    row.workspace === place.workspace && row.place_kind === place.place_kind && row.place === place.place;
  if (isSame) return undefined;
  return { ...place, briefed: '{}', ...(owner !== undefined && { created_by: owner }) };
}
