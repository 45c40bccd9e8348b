import type { Ddl } from './ddl.ts';

/** The first tables: what `tables.ts` says of each column is not repeated here. */
export const firstTables: Ddl = ({ big, bytes, strict }) => [
  `create table installations (
    key text primary key,
    sealed text not null,
    updated_at ${big} not null
  )${strict}`,

  `create table channel_settings (
    platform text not null,
    workspace text not null,
    channel text not null,
    setting text not null,
    updated_at ${big} not null,
    primary key (platform, workspace, channel)
  )${strict}`,

  `create table follows (
    platform text not null,
    workspace text not null,
    channel text not null,
    story text not null,
    updated_at ${big} not null,
    primary key (platform, workspace, channel)
  )${strict}`,

  `create table feedback (
    story text not null,
    question_type text not null,
    count ${big} not null,
    primary key (story, question_type)
  )${strict}`,

  `create table greeted (
    platform text not null,
    workspace text not null,
    channel text not null,
    greeted_at ${big} not null,
    primary key (platform, workspace, channel)
  )${strict}`,

  `create table story_versions (
    slug text not null,
    number integer not null check (number > 0),
    content_hash text not null,
    file text not null,
    content ${bytes} not null,
    seen_at ${big} not null,
    primary key (slug, number),
    unique (slug, content_hash)
  )${strict}`,

  `create table conversations (
    key text primary key,
    platform text not null,
    workspace text not null,
    story text,
    last text check (last in ('answer','brief')),
    touched_by text not null,
    touched_at ${big} not null
  )${strict}`,
  'create index conversations_touched on conversations (touched_at)',
  'create index conversations_speaker on conversations (touched_by)',
  'create index conversations_workspace on conversations (platform, workspace)',

  `create table conversation_turns (
    conversation text not null references conversations (key) on delete cascade,
    position ${big} not null,
    asked_by text not null,
    asked_at ${big} not null,
    turn text not null,
    primary key (conversation, position)
  )${strict}`,
  'create index conversation_turns_asker on conversation_turns (asked_by)',

  `create table read_markers (
    platform text not null,
    workspace text not null,
    person text not null,
    story text not null,
    version integer not null,
    read_at ${big} not null,
    primary key (platform, workspace, person, story)
  )${strict}`,
  'create index read_markers_person on read_markers (platform, person)',

  `create table inbound_events (
    platform text not null,
    id text not null,
    seen_at ${big} not null,
    primary key (platform, id)
  )${strict}`,
  'create index inbound_events_seen on inbound_events (seen_at)',

  `create table kept_replies (
    id text primary key,
    reply text not null,
    kept_at ${big} not null
  )${strict}`,
  'create index kept_replies_kept on kept_replies (kept_at)',

  `create table rate_slots (
    key text primary key,
    next_at ${big} not null
  )${strict}`,

  `create table subscriptions (
    id text primary key,
    platform text not null check (platform in ('discord','slack')),
    workspace text not null,
    place_kind text not null check (place_kind in ('channel','person')),
    place text not null,
    story text not null,
    local_minute integer not null check (local_minute between 0 and 1439),
    weekdays integer not null check (weekdays between 1 and 127),
    zone text not null,
    quiet_dates text not null default '[]',
    when_unchanged text not null check (when_unchanged in ('send','line','silent')),
    status text not null default 'active' check (status in ('active','paused','broken')),
    trouble text,
    told_at ${big},
    created_by text not null,
    next_due_at ${big},
    last_local_date text,
    reckoned_at ${big} not null,
    tzdata text not null,
    briefed text not null default '{}',
    created_at ${big} not null,
    updated_at ${big} not null,
    unique (platform, workspace, place_kind, place, story, local_minute)
  )${strict}`,
  "create index subscriptions_due on subscriptions (next_due_at) where status = 'active'",
  "create index subscriptions_untold on subscriptions (platform) where status = 'broken' and told_at is null",
  'create index subscriptions_tzdata on subscriptions (tzdata)',
  'create index subscriptions_creator on subscriptions (platform, created_by)',

  `create table deliveries (
    id text primary key,
    subscription_id text not null references subscriptions (id) on delete cascade,
    local_date text not null,
    occurrence_at ${big} not null,
    platform text not null check (platform in ('discord','slack')),
    state text not null default 'due' check
      (state in ('due','claimed','sending','sent','skipped','missed','failed','uncertain')),
    attempts integer not null default 0,
    run_at ${big} not null,
    lease_by text,
    lease_until ${big},
    fence ${big} not null default 0,
    nonce text not null unique check (length(nonce) between 1 and 25),
    posting integer check (posting >= 0),
    versions text,
    messages text not null default '[]',
    first_tried_at ${big},
    reason text,
    detail text,
    late integer not null default 0 check (late in (0, 1)),
    created_at ${big} not null,
    finished_at ${big},
    unique (subscription_id, local_date)
  )${strict}`,
  "create index deliveries_ready on deliveries (platform, run_at) where state = 'due'",
  `create index deliveries_lease on deliveries (platform, lease_until)
    where state in ('claimed','sending')`,
  `create index deliveries_done on deliveries (finished_at)
    where state in ('sent','skipped','missed','failed','uncertain')`,
];
