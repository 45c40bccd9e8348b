import { MessageFlags } from 'discord.js';
import * as z from 'zod';
import { componentIssues, textOf } from './component-rules.ts';

/**
 * What Discord refuses in a message although its OpenAPI document allows it (platform rules B2, B3): a bot's
 * content has 2,000 characters, not 4,000; embeds 6,000 over all; Components V2 exclude content and embeds.
 */
const CONTENT = 2_000;
const EMBEDS_IN_ALL = 6_000;
const NONCE = 25;

const message = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(z.looseObject({})).nullish(),
  components: z.array(z.looseObject({ type: z.int() })).nullish(),
  flags: z.int().nullish(),
  nonce: z.union([z.string(), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  allowed_mentions: z
    .looseObject({ parse: z.array(z.string()).nullish(), users: z.array(z.string()).nullish() })
    .nullish(),
  attachments: z.array(z.unknown()).nullish(),
  sticker_ids: z.array(z.unknown()).nullish(),
  poll: z.unknown().optional(),
});
type Message = z.infer<typeof message>;

const SETTABLE = {
  channel:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsComponentsV2 |
    MessageFlags.IsVoiceMessage,
  webhook:
    MessageFlags.SuppressEmbeds |
    MessageFlags.SuppressNotifications |
    MessageFlags.IsComponentsV2 |
    MessageFlags.Ephemeral,
};

/** Issues of a message that is to be made. */
export function messageIssues(body: unknown, by: keyof typeof SETTABLE): readonly string[] {
  const parsed = message.safeParse(body);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const found = [...shared(parsed.data)];
  if (isEmpty(parsed.data)) found.push('the message is empty (50006)');
  const extra = (parsed.data.flags ?? 0) & ~SETTABLE[by];
  if (extra !== 0) found.push(`flags: ${extra} may not be set here`);
  return found;
}

/** Issues of a change to a message: nothing need be given. */
export function editIssues(body: unknown): readonly string[] {
  const parsed = message.safeParse(body);
  return parsed.success ? shared(parsed.data) : [z.prettifyError(parsed.error)];
}

function shared(body: Message): string[] {
  const found: string[] = [];
  const v2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  if ((body.content?.length ?? 0) > CONTENT) found.push(`content: over ${CONTENT} characters`);
  if (textOf(body.embeds ?? []).length > EMBEDS_IN_ALL) found.push(`embeds: over ${EMBEDS_IN_ALL} in all`);
  if (String(body.nonce ?? '').length > NONCE) found.push(`nonce: over ${NONCE} characters`);
  if (body.enforce_nonce && (body.nonce ?? '') === '') found.push('enforce_nonce: there is no nonce');
  if (body.allowed_mentions?.parse?.includes('users') && body.allowed_mentions.users?.length) {
    found.push('allowed_mentions: parse and users exclude each other');
  }
  if (v2 && (body.content || body.embeds?.length || body.poll || body.sticker_ids?.length)) {
    found.push('flags: Components V2 exclude content, embeds, polls and stickers');
  }
  found.push(...componentIssues(body.components ?? [], v2));
  return found;
}

function isEmpty(body: Message): boolean {
  const lists = [body.embeds, body.components, body.attachments, body.sticker_ids];
  return !body.content?.trim() && lists.every((list) => !list?.length) && body.poll === undefined;
}
