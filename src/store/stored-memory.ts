import { sql, type Transaction } from 'kysely';
import {
  askerId,
  CONVERSATION_LIMITS,
  type ConversationLimits,
  freshConversation,
  type Turn,
  withTurn,
} from '../chat/conversation.ts';
import type { Memory, Noted, Recalled, Unhelpful } from '../chat/memory.ts';
import { READ_LIMITS, type ReadLimits } from '../chat/read-marker.ts';
import type { Asker, ConversationKey } from '../chat/request.ts';
import { readTurn, writeTurn } from '../chat/turn-text.ts';
import type { Slug } from '../story/article.ts';
import { forgetPerson } from './forget.ts';
import { putMarker, recallStories } from './read-markers.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type Writing = Transaction<Tables>;

/** The chat's memory, kept over restarts and shared between processes. `sweep` clears what has expired. */
export class StoredMemory implements Memory {
  readonly #store: Store;
  readonly #limits: ConversationLimits;
  readonly #readLimits: ReadLimits;

  constructor(
    store: Store,
    limits: ConversationLimits = CONVERSATION_LIMITS,
    readLimits: ReadLimits = READ_LIMITS,
  ) {
    this.#store = store;
    this.#limits = limits;
    this.#readLimits = readLimits;
  }

  async recall(asker: Asker, now: number): Promise<Recalled> {
    const { db } = this.#store;
    const { conversation: key } = asker;
    const [{ follows, read }, found, turns] = await Promise.all([
      recallStories(db, asker, this.#readLimits, now),
      db
        .selectFrom('conversations')
        .select(['story', 'last', 'touched_at'])
        .where('key', '=', key)
        .where('touched_at', '>', now - this.#limits.keptFor)
        .executeTakeFirst(),
      db
        .selectFrom('conversation_turns')
        .select('turn')
        .where('conversation', '=', key)
        .orderBy('position', 'desc')
        .limit(this.#limits.turns)
        .execute(),
    ]);
    const conversation = found
      ? {
          ...(found.story !== null && { story: found.story as Slug }),
          turns: turns.reverse().flatMap(({ turn }) => readTurn(turn) ?? []),
          ...(found.last !== null && { last: found.last }),
          touchedAt: found.touched_at,
        }
      : freshConversation(now);
    return { conversation, follows, read };
  }

  async keep(asker: Asker, noted: Noted, now: number): Promise<void> {
    const { turns, settled, follows, told, unhelpful } = noted;
    const { branch } = asker;
    const isNothing = !settled && branch === undefined && follows === undefined && !told;
    if (isNothing && unhelpful.length === 0) return;
    // A channel's story is a choice; losing the rest with the machine's power harms nobody.
    const light = follows === undefined;
    await this.#store.transaction(
      async (db) => {
        if (settled) await this.#settle(db, asker, settled, now);
        for (const turn of turns) await this.#add(db, asker.conversation, turn, now);
        if (branch !== undefined) await this.#branch(db, asker, branch, now);
        if (follows !== undefined) await follow(db, asker, follows, now);
        if (told) await putMarker(db, asker, told);
        for (const each of unhelpful) await count(db, each);
      },
      { light },
    );
  }

  forget(asker: Asker): Promise<void> {
    return forgetPerson(this.#store, asker, asker.conversation);
  }

  async #settle(
    db: Writing,
    asker: Asker,
    { story, last }: NonNullable<Noted['settled']>,
    now: number,
  ): Promise<void> {
    const { platform, workspace, conversation: key } = asker;
    await db
      .deleteFrom('conversations')
      .where('key', '=', key)
      .where('touched_at', '<=', now - this.#limits.keptFor)
      .execute();
    const state = {
      story: story ?? null,
      last: last ?? null,
      touched_by: askerId(asker),
      touched_at: now,
    };
    await db
      .insertInto('conversations')
      .values({ key, platform, workspace, ...state })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(state))
      .execute();
  }

  /** The conversation's row is locked by now: nobody else counts on from the same turn. */
  async #add(db: Writing, key: ConversationKey, turn: Turn, now: number): Promise<void> {
    const { turns: kept } = withTurn(freshConversation(now), turn, now);
    const newest = sql<number>`(select coalesce(max(position), 0) from conversation_turns where conversation = ${key})`;
    for (const each of kept) {
      await db
        .insertInto('conversation_turns')
        .values({
          conversation: key,
          position: sql<number>`${newest} + 1`,
          asked_by: each.by,
          asked_at: now,
          turn: writeTurn(each),
        })
        .execute();
    }
    await db
      .deleteFrom('conversation_turns')
      .where('conversation', '=', key)
      .where('position', '<=', sql<number>`${newest} - ${sql.lit(this.#limits.turns)}`)
      .execute();
  }

  async #branch(db: Writing, asker: Asker, branch: ConversationKey, now: number): Promise<void> {
    const { conversation: key } = asker;
    const since = now - this.#limits.keptFor;
    await db.deleteFrom('conversations').where('key', '=', branch).execute();
    const copied = await sql`
      insert into conversations (key, platform, workspace, story, last, touched_by, touched_at)
      select ${branch}, platform, workspace, story, last, ${askerId(asker)}, cast(${now} as bigint)
      from conversations where key = ${key} and touched_at > ${since}`.execute(db);
    if (copied.numAffectedRows === 0n) return;
    await sql`
      insert into conversation_turns (conversation, position, asked_by, asked_at, turn)
      select ${branch}, position, asked_by, asked_at, turn
      from conversation_turns where conversation = ${key}`.execute(db);
  }
}

async function follow(db: Writing, asker: Asker, story: Slug, now: number): Promise<void> {
  const { platform, workspace, channel } = asker;
  await db
    .insertInto('follows')
    .values({ platform, workspace, channel, story, updated_at: now })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'channel']).doUpdateSet({ story, updated_at: now }),
    )
    .execute();
}

async function count(db: Writing, { story, questionType }: Unhelpful): Promise<void> {
  await db
    .insertInto('feedback')
    .values({ story, question_type: questionType, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['story', 'question_type'])
        .doUpdateSet((on) => ({ count: on('feedback.count', '+', 1) })),
    )
    .execute();
}
