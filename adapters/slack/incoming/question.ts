import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { isDirect, type Place } from './place.ts';
import { readText } from './read-text.ts';

const written = z.object({
  channel: z.string(),
  user: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
});

const direct = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  // A file and a thread reply shown in the channel too have words of their own; the rest are notices.
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
});

const changed = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  subtype: z.literal('message_changed'),
  channel: z.string(),
  message: written.omit({ channel: true }).extend({ edited: z.object({ ts: z.string() }) }),
  previous_message: z.object({ text: z.string() }).optional(),
});

/** A message meant for the bot. */
export interface Question {
  readonly client: WebClient;
  readonly place: Place;
  /** The message's own stamp. */
  readonly stamp: string;
  readonly text: string;
  /** The stamp of the edit, when it is one. */
  readonly edited: string | undefined;
}

interface BoltContext {
  readonly teamId?: string;
  readonly enterpriseId?: string;
  readonly botUserId?: string;
}

/** A mention, as a question; undefined when it is nobody's. */
export function questionInMention(
  event: unknown,
  context: BoltContext,
  client: WebClient,
): Question | undefined {
  const question = questionIn(event, context, client);
  // Direct messages come as messages, whomever they mention.
  return question?.place.direct ? undefined : question;
}

/** A direct message or its edit, as a question; undefined for Slack's own notices. */
export function questionInMessage(
  event: unknown,
  context: BoltContext,
  client: WebClient,
): Question | undefined {
  const edit = changed.safeParse(event);
  if (!edit.success) return direct.safeParse(event).success ? questionIn(event, context, client) : undefined;
  const { message, previous_message: before, channel } = edit.data;
  // A link that unfurls changes a message too.
  return before?.text === message.text ? undefined : questionIn({ ...message, channel }, context, client);
}

function questionIn(event: unknown, context: BoltContext, client: WebClient): Question | undefined {
  const parsed = written.safeParse(event);
  if (!parsed.success || parsed.data.bot_id !== undefined) return undefined;
  const { channel, user, ts, text, thread_ts: thread, edited } = parsed.data;
  if (user === context.botUserId) return undefined;
  const place: Place = {
    team: context.teamId ?? context.enterpriseId ?? '',
    channel,
    user,
    direct: isDirect(channel),
    ...(thread !== undefined && { thread }),
  };
  return { client, place, stamp: ts, text: readText(text, context.botUserId ?? ''), edited: edited?.ts };
}

/** Names a message among all. */
export function messageId({ place, stamp }: Question): string {
  return `message:${place.team}:${place.channel}:${stamp}`;
}
