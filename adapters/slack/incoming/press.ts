import { z } from 'zod';
import { isDirect, type Place } from './place.ts';

const schema = z.object({
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    thread_ts: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  response_url: z.url().optional(),
  trigger_id: z.string().default(''),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

/** A button pressed or a story picked. */
export interface Press {
  readonly actionId: string;
  /** The button's value, or the choice's. */
  readonly value: string;
  readonly user: string;
  readonly team: string;
  /** Opens a form. */
  readonly trigger: string;
  readonly where: PressedIn;
}

export type PressedIn =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'message';
      readonly place: Place;
      readonly stamp: string;
      /** Only whoever pressed it sees the message. */
      readonly ephemeral: boolean;
      readonly url: string;
    };

/** Reads a `block_actions` payload; undefined when it is from nowhere we put buttons. */
export function readPress(body: unknown, teamOfContext: string | undefined): Press | undefined {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, team, channel, container, message, response_url: url, actions } = parsed.data;
  const [action] = actions;
  const pressed = {
    actionId: action?.action_id ?? '',
    value: action?.value ?? action?.selected_option?.value ?? '',
    user: user.id,
    trigger: parsed.data.trigger_id,
    team: teamOfContext ?? team?.id ?? user.team_id ?? '',
  };
  if (container.type === 'view') return { ...pressed, where: { kind: 'home' } };
  const id = channel?.id ?? container.channel_id;
  if (id === undefined || container.message_ts === undefined || url === undefined) return undefined;
  const thread = message?.thread_ts ?? container.thread_ts;
  const place: Place = {
    team: pressed.team,
    channel: id,
    user: user.id,
    direct: isDirect(id),
    ...(thread !== undefined && { thread }),
  };
  const ephemeral = container.is_ephemeral === true;
  return { ...pressed, where: { kind: 'message', place, stamp: container.message_ts, ephemeral, url } };
}
