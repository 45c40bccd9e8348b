import { z } from 'zod';
import { actionId, address, confirmation, option, plainText } from './text-schema.ts';

/** docs.slack.dev/reference/block-kit/block-elements: those this double knows; anything else is refused. */
export const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId.optional(),
  text: plainText(75),
  value: z.string().min(1).max(2000).optional(),
  url: address.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirmation.optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId.optional(),
  options: z.array(option).min(1).max(5),
  confirm: confirmation.optional(),
});

const selectBase = {
  action_id: actionId.optional(),
  placeholder: plainText(150).optional(),
  initial_option: option.optional(),
  confirm: confirmation.optional(),
  focus_on_load: z.boolean().optional(),
};

export const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  min_query_length: z.int().min(0).optional(),
  ...selectBase,
});

export const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) }))
    .max(100)
    .optional(),
  ...selectBase,
});

export const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  action_id: actionId.optional(),
  placeholder: plainText(150).optional(),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
  focus_on_load: z.boolean().optional(),
});

export const timePicker = z.strictObject({
  type: z.literal('timepicker'),
  action_id: actionId.optional(),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  placeholder: plainText(150).optional(),
  timezone: z.string().optional(),
  focus_on_load: z.boolean().optional(),
});

export const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId.optional(),
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).optional(),
  focus_on_load: z.boolean().optional(),
});

export const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId.optional(),
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
  focus_on_load: z.boolean().optional(),
});

export const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId.optional(),
  placeholder: plainText(150).optional(),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
    })
    .optional(),
  focus_on_load: z.boolean().optional(),
});
