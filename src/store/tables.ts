import type { Generated } from 'kysely';

/** Everything that survives a restart, the same in SQLite and PostgreSQL. Times are epoch milliseconds, JSON is text. */
export interface Tables {
  installations: InstallationsTable;
  channel_settings: ChannelSettingsTable;
  follows: FollowsTable;
  feedback: FeedbackTable;
  greeted: GreetedTable;
  story_versions: StoryVersionsTable;
  conversations: ConversationsTable;
  conversation_turns: ConversationTurnsTable;
  read_markers: ReadMarkersTable;
  memberships: MembershipsTable;
  inbound_events: InboundEventsTable;
  kept_replies: KeptRepliesTable;
  rate_slots: RateSlotsTable;
  subscriptions: SubscriptionsTable;
  deliveries: DeliveriesTable;
}

/** Sealed before it comes here: the store never sees a token. */
interface InstallationsTable {
  /** `slack:team:T1`, `slack:enterprise:E1`; `slack:member:T1` says which organisation's workspace that is. */
  key: string;
  sealed: string;
  updated_at: number;
}

/** A channel as its platform names it; `workspace` is "" where there is none. */
interface ChannelColumns {
  platform: string;
  workspace: string;
  channel: string;
}

interface ChannelSettingsTable extends ChannelColumns {
  /** JSON: what an adapter lets the channel's managers choose. */
  setting: string;
  updated_at: number;
}

interface FollowsTable extends ChannelColumns {
  story: string;
  updated_at: number;
}

interface FeedbackTable {
  story: string;
  question_type: string;
  /** How often an answer was not helpful. */
  count: number;
}

interface GreetedTable {
  platform: string;
  workspace: string;
  /** "" when the whole workspace is greeted once. */
  channel: string;
  greeted_at: number;
}

interface StoryVersionsTable {
  slug: string;
  /** Counts from 1 in the order seen, by whichever process saw it first. */
  number: number;
  /** SHA-256 of `content`, hex. */
  content_hash: string;
  /** The name of the file it was read from. */
  file: string;
  /** The file's bytes. */
  content: Uint8Array;
  seen_at: number;
}

interface ConversationsTable {
  key: string;
  platform: string;
  workspace: string;
  /** A slug. */
  story: string | null;
  last: 'answer' | 'brief' | null;
  /** Who spoke last, as `askerId` names them. */
  touched_by: string;
  touched_at: number;
}

interface ConversationTurnsTable {
  conversation: string;
  /** Counts up within the conversation. */
  position: number;
  /** As `askerId` names them. */
  asked_by: string;
  asked_at: number;
  /** JSON. */
  turn: string;
}

/** The version of a story that somebody was last told of, and the other one before it; see `ReadMarker`. */
interface ReadMarkersTable {
  platform: string;
  workspace: string;
  person: string;
  story: string;
  version: number;
  read_at: number;
  /** Null when they were told of no other. */
  earlier_version: number | null;
  earlier_at: number | null;
}

/** A workspace that an account of ours was seen in. */
interface MembershipsTable {
  platform: string;
  account: string;
  workspace: string;
}

/** What platforms send twice, so that it is taken on once. */
interface InboundEventsTable {
  platform: string;
  id: string;
  seen_at: number;
}

interface KeptRepliesTable {
  id: string;
  /** JSON. */
  reply: string;
  kept_at: number;
}

/** The next free instant of whatever has a rate limit, across processes, and until when each of those takes part in it. */
interface RateSlotsTable {
  key: string;
  next_at: number;
}

/** Where a digest goes, as `Destination` of the courier. */
interface DestinationColumns {
  platform: 'discord' | 'slack';
  workspace: string;
  place_kind: 'channel' | 'person';
  place: string;
}

export interface SubscriptionsTable extends DestinationColumns {
  id: string;
  /** A slug; "" is every story. */
  story: string;
  /** Minutes after midnight, 0 to 1439. */
  local_minute: number;
  /** A bit a weekday, Monday 1 … Sunday 64; 1 to 127. */
  weekdays: number;
  /** IANA name. */
  zone: string;
  /** JSON: a list of YYYY-MM-DD, sorted. */
  quiet_dates: Generated<string>;
  when_unchanged: 'send' | 'line' | 'silent';
  status: Generated<'active' | 'paused' | 'broken'>;
  /** Why it is broken; null otherwise. */
  trouble: string | null;
  /** When its owner was told that it is broken; null before, and when it is not. */
  told_at: number | null;
  /** The person, as the platform names them. */
  created_by: string;
  /** Null: no occurrence to come, or not active. */
  next_due_at: number | null;
  /** YYYY-MM-DD of the newest occurrence; null before the first. */
  last_local_date: string | null;
  /** Occurrences up to this instant are in the ledger, or were before the subscription's time. */
  reckoned_at: number;
  /** The version of the time zone data that `next_due_at` was computed with. */
  tzdata: string;
  /** JSON: story versions the last digest was about, by slug. */
  briefed: Generated<string>;
  created_at: number;
  updated_at: number;
}

export type DeliveryStateColumn =
  | 'due'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'skipped'
  | 'missed'
  | 'failed'
  | 'uncertain';

export interface DeliveriesTable {
  id: string;
  subscription_id: string;
  /** YYYY-MM-DD in the subscription's zone. */
  local_date: string;
  occurrence_at: number;
  /** The subscription's: a process works for the platforms it is connected to. */
  platform: 'discord' | 'slack';
  state: Generated<DeliveryStateColumn>;
  attempts: Generated<number>;
  /** Not before. */
  run_at: number;
  /** The process that works on it. */
  lease_by: string | null;
  lease_until: number | null;
  /** Counts leases: a write of an earlier lease's holder changes nothing. */
  fence: Generated<number>;
  /** Names the delivery to the platform for ever; at most 25 characters. */
  nonce: string;
  /**
   * Which message of it, counted from 0, may have reached the platform without anybody here knowing: it is asked
   * before anything is posted. Null when that is known of all.
   */
  posting: number | null;
  /** JSON: what was rendered, versions by slug; null before. */
  versions: string | null;
  /** JSON: a list of the platform's message ids, in order. */
  messages: Generated<string>;
  /** Of the first attempt: no older message needs looking at; null before it. */
  first_tried_at: number | null;
  reason: string | null;
  /** What went wrong last, if anything did; also when its reason is another. */
  trouble: string | null;
  /** For the operator. */
  detail: string | null;
  /** 1: sent late. */
  late: Generated<number>;
  created_at: number;
  finished_at: number | null;
}
