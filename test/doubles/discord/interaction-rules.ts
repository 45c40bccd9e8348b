import { ComponentType, InteractionResponseType, MessageFlags } from 'discord.js';
import * as z from 'zod';
import { customIdIssues, withNested } from './component-rules.ts';
import { editIssues, messageIssues } from './message-rules.ts';

const callback = z.looseObject({
  type: z.int(),
  data: z.looseObject({ flags: z.int().optional() }).nullish(),
});

/** Issues of a first response that makes or changes a message (platform rules B1). */
export function interactionIssues(body: unknown): readonly string[] {
  const { type, data } = callback.parse(body);
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return data ? messageIssues(data, 'webhook') : ['data: a message is needed'];
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return (data?.flags ?? 0) & ~MessageFlags.Ephemeral ? ['flags: a deferral may only be ephemeral'] : [];
    case InteractionResponseType.UpdateMessage:
      return data ? editIssues(data) : [];
    default:
      return [];
  }
}

const modal = z.looseObject({
  data: z.looseObject({ components: z.array(z.looseObject({ type: z.int() })) }),
});
const TOP_LEVEL = 5;
const LABEL = 45;

/** Issues of a modal: at most five rows, each field named once, a prefill within its own limits. */
export function modalIssues(body: unknown): readonly string[] {
  const { components } = modal.parse(body).data;
  const found: string[] = [];
  if (components.length > TOP_LEVEL) found.push(`components: over ${TOP_LEVEL}`);
  const all = components.flatMap(withNested);
  found.push(...customIdIssues(all));
  for (const { type, label, value, max_length: max } of all) {
    if (type === ComponentType.Label && String(label ?? '').length > LABEL)
      found.push(`label: over ${LABEL}`);
    if (typeof value === 'string' && typeof max === 'number' && value.length > max) {
      found.push(`value: ${value.length} characters, over the field's own ${max}`);
    }
  }
  return found;
}
