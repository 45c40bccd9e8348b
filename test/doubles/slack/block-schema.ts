import { z } from 'zod';
import {
  button,
  checkboxes,
  conversationsSelect,
  externalSelect,
  overflow,
  plainTextInput,
  radioButtons,
  staticSelect,
  timePicker,
} from './element-schema.ts';
import { richText } from './rich-text-schema.ts';
import { actionId, anyText, plainText } from './text-schema.ts';

/** docs.slack.dev/reference/block-kit/blocks: those this double knows; an unknown block or field is refused. */
const id = { block_id: actionId.optional() };

export const header = z.strictObject({ type: z.literal('header'), text: plainText(150), ...id });
export const divider = z.strictObject({ type: z.literal('divider'), ...id });

export const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [button, overflow, externalSelect, staticSelect]).optional(),
    expand: z.boolean().optional(),
    ...id,
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'a section needs text or fields',
  );

export const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(anyText(3000)).min(1).max(10),
  ...id,
});

export const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(z.discriminatedUnion('type', [button, overflow, externalSelect, staticSelect]))
    .min(1)
    .max(25),
  ...id,
});

export const input = z.strictObject({
  type: z.literal('input'),
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    plainTextInput,
    externalSelect,
    staticSelect,
    conversationsSelect,
    timePicker,
    checkboxes,
    radioButtons,
  ]),
  ...id,
});

/** One block of a message or view. */
export const block = z.discriminatedUnion('type', [
  header,
  divider,
  section,
  context,
  actions,
  input,
  richText,
]);

const viewBase = {
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  external_id: z.string().max(255).optional(),
  blocks: z.array(block).max(100),
};

export const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  ...viewBase,
});

export const home = z.strictObject({ type: z.literal('home'), ...viewBase });

export const view = z.discriminatedUnion('type', [modal, home]);

export type SlackBlock = z.infer<typeof block>;
export type SlackView = z.infer<typeof view>;
