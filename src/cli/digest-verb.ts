import { parseArgs } from 'node:util';
import { sharedReadings } from '../chat/shared-readings.ts';
import { createCompose } from '../digest/compose.ts';
import { nextOccurrences } from '../digest/occurrences.ts';
import { momentWords, scheduleWords } from '../digest/schedule-words.ts';
import type { Subscription } from '../digest/subscription.ts';
import { readSubscription } from '../digest/subscription-rows.ts';
import { deadLetters, type PlacedDelivery, reviveDelivery } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import { allSubscriptions, subscriptionOf } from '../store/subscriptions.ts';
import { Failure, oneLine, wrongUse } from './failure.ts';
import { openStories } from './open-library.ts';
import { withStore } from './with-store.ts';
import { type Verb, type World, write } from './world.ts';

/** Lines shown of a list; there may be very many. */
const MOST_SHOWN = 500;
const OCCURRENCES_SHOWN = 3;

/** `digest list|failed|retry ID…|retry --all|preview ID`: what operators see of digests, and can do. */
export const digestVerb: Verb = async (args, world) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { all: { type: 'boolean' } },
  });
  const [what, ...ids] = positionals;
  if (values.all && what !== 'retry') throw wrongUse('--all goes with digest retry');
  switch (what) {
    case 'list':
    case 'failed':
      if (ids.length > 0) throw wrongUse(`digest ${what} takes nothing more`);
      return withStore(world, (store) => (what === 'list' ? list : failed)(store, world));
    case 'retry':
      if (ids.length === 0 && !values.all) throw wrongUse('digest retry needs an id, or --all');
      return withStore(world, (store) => retry(store, values.all ? undefined : ids, world));
    case 'preview': {
      const [id, ...more] = ids;
      if (id === undefined || more.length > 0) throw wrongUse('digest preview needs one id');
      return withStore(world, (store) => preview(store, id, world));
    }
    default:
      throw wrongUse('digest needs one of list, failed, retry, preview');
  }
};

async function list({ db }: Store, world: World): Promise<number> {
  const rows = await allSubscriptions(db, MOST_SHOWN);
  if (rows.length === 0) await write(world.output, 'There are no subscriptions.\n');
  for (const row of rows) {
    const subscription = readSubscription(row);
    const { status, nextDueAt, schedule } = subscription;
    const state = status.kind === 'broken' ? `broken: ${status.trouble}` : status.kind;
    const next =
      nextDueAt === undefined ? '' : `  next ${momentWords(schedule.zone, nextDueAt, world.now())}`;
    const words = `${placeWords(subscription)}  ${subscription.story ?? 'every story'}, ${scheduleWords(schedule)}`;
    await write(world.output, `${oneLine(`${row.id}  ${state}  ${words}${next}`)}\n`);
  }
  return 0;
}

async function failed({ db }: Store, world: World): Promise<number> {
  const letters = await deadLetters(db, ['failed', 'uncertain'], MOST_SHOWN);
  if (letters.length === 0) await write(world.output, 'No digest has failed.\n');
  for (const letter of letters) await write(world.output, `${oneLine(letterWords(letter))}\n`);
  return 0;
}

function letterWords(letter: PlacedDelivery): string {
  const { id, local_date, platform, workspace, place, story, state, reason, detail } = letter;
  const why = [reason, detail].filter((part) => part !== null && part !== '').join(', ');
  return `${id}  ${local_date}  ${platform} ${workspace}/${place}  ${story || 'every story'}  ${state}: ${why}`;
}

/** @param ids undefined: all that failed */
async function retry({ db }: Store, ids: readonly string[] | undefined, world: World): Promise<number> {
  const wanted = ids ?? (await deadLetters(db, ['failed'], Number.MAX_SAFE_INTEGER)).map(({ id }) => id);
  const refused: string[] = [];
  for (const id of wanted) if (!(await reviveDelivery(db, id, world.now()))) refused.push(id);
  const count = wanted.length - refused.length;
  if (count > 0 || refused.length === 0) {
    await write(
      world.output,
      `${count} ${count === 1 ? 'digest is' : 'digests are'} due again; the running service sends what is due.\n`,
    );
  }
  if (refused.length === 0) return 0;
  throw new Failure(
    1,
    ...refused.map(
      (id) =>
        `backstory: ${id} cannot be sent again: there is no such delivery, or it was sent or may have been; "backstory digest failed" lists those that can`,
    ),
  );
}

async function preview({ db }: Store, id: string, world: World): Promise<number> {
  const row = await subscriptionOf(db, id);
  if (!row)
    throw new Failure(1, `backstory: there is no subscription ${id}; "backstory digest list" has them`);
  const subscription = readSubscription(row);
  const { schedule, lastLocalDate } = subscription;
  const now = world.now();
  const next = nextOccurrences(schedule, now, OCCURRENCES_SHOWN, { lastLocalDate });
  const sources = { stories: await openStories(world, { watch: false }), read: sharedReadings() };
  const content = await createCompose(sources)(subscription, {
    localDate: next[0]?.localDate ?? new Date(now).toISOString().slice(0, 10),
    occurrenceAt: now,
    late: false,
  });
  const shown =
    content.kind === 'reply'
      ? (await world.terminal()).print(content.reply, world)
      : `Nothing would be sent now: ${content.reason}.\n`;
  await write(world.output, `${shown.trimEnd()}\n`);
  for (const { instant } of next) {
    await write(world.output, `next: ${momentWords(schedule.zone, instant, now)}\n`);
  }
  return 0;
}

function placeWords({ destination: { platform, workspace, kind, id } }: Subscription): string {
  return `${platform} ${workspace}/${kind === 'person' ? 'DM of ' : ''}${id}`;
}
