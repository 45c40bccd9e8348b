import { z } from 'zod';
import { address } from './text-schema.ts';

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block: the elements this double knows. */
const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

const words = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style });

const link = z.strictObject({
  type: z.literal('link'),
  url: address,
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style,
});

/** Slack takes whole seconds only. */
const date = z.strictObject({
  type: z.literal('date'),
  timestamp: z.int(),
  format: z.string().regex(/\{[a-z_]+\}/),
  url: address.optional(),
  fallback: z.string().min(1).optional(),
  style,
});

const user = z.strictObject({ type: z.literal('user'), user_id: z.string(), style });
const channel = z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style });
const broadcast = z.strictObject({
  type: z.literal('broadcast'),
  range: z.enum(['here', 'channel', 'everyone']),
  style,
});
const emoji = z.strictObject({
  type: z.literal('emoji'),
  name: z.string(),
  unicode: z.string().optional(),
  url: z.string().optional(),
  style,
});

const inline = z.discriminatedUnion('type', [words, link, date, user, channel, broadcast, emoji]);

const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline).min(1),
});

const border = z.literal([0, 1]).optional();

export const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
  indent: z.int().min(0).max(8).optional(),
  border,
});

export const quote = z.strictObject({
  type: z.literal('rich_text_quote'),
  elements: z.array(inline).min(1),
  border,
});

const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(z.discriminatedUnion('type', [words, link])).min(1),
  border,
});

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: z.string().min(1).max(255).optional(),
  elements: z.array(z.discriminatedUnion('type', [section, list, quote, preformatted])).min(1),
});
