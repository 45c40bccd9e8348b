import { z } from 'zod';

/**
 * Slack's text and option objects, with the limits of docs.slack.dev/reference/block-kit/composition-objects.
 * The numbers stand here, not in the adapter's table: a limit copied wrong there must fail here.
 */
const text = (max: number) => z.string().min(1).max(max);

/** `plain_text` of at most `max` characters. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

/** `mrkdwn` of at most `max` characters. */
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

/** Either text object. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

/** A choice of a select, overflow or radio group; 150 characters of value is the stricter of two documents. */
export const option = z.strictObject({
  text: plainText(75),
  value: text(150),
  description: plainText(75).optional(),
  url: text(3000).optional(),
});

export const confirmation = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

export const actionId = text(255);
export const address = text(3000).regex(/^(https?|mailto|slack):/);
