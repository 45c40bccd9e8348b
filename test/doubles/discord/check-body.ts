import * as spec from 'discord-api-spec/zod';
import { type ZodMiniType, z } from 'zod/mini';
import { invalidForm } from './api-error.ts';
import { commandIssues, commandSetIssues } from './command-rules.ts';
import { interactionIssues, modalIssues } from './interaction-rules.ts';
import { editIssues, messageIssues } from './message-rules.ts';

/** The kinds of body that are checked; a request of any other kind has none. */
export type BodyKind = keyof typeof RULES;

interface Rule {
  readonly schema: ZodMiniType;
  /** What the OpenAPI document does not say (its holes are listed in each rules file). */
  issues(body: unknown): readonly string[];
}

const none = (): readonly string[] => [];

const RULES = {
  message: { schema: spec.MessageCreateRequestSchema, issues: (body) => messageIssues(body, 'channel') },
  'message-edit': { schema: spec.MessageEditRequestPartialSchema, issues: editIssues },
  'follow-up': {
    schema: spec.IncomingWebhookRequestPartialSchema,
    issues: (body) => messageIssues(body, 'webhook'),
  },
  'follow-up-edit': { schema: spec.IncomingWebhookUpdateRequestPartialSchema, issues: editIssues },
  'callback-message': {
    schema: spec.CreateMessageInteractionCallbackRequestSchema,
    issues: interactionIssues,
  },
  'callback-update': {
    schema: spec.UpdateMessageInteractionCallbackRequestSchema,
    issues: interactionIssues,
  },
  'callback-modal': { schema: spec.ModalInteractionCallbackRequestSchema, issues: modalIssues },
  'callback-choices': { schema: spec.ApplicationCommandAutocompleteCallbackRequestSchema, issues: none },
  command: { schema: spec.ApplicationCommandCreateRequestSchema, issues: commandIssues },
  'command-edit': { schema: spec.ApplicationCommandPatchRequestPartialSchema, issues: commandIssues },
  commands: { schema: z.array(spec.ApplicationCommandUpdateRequestSchema), issues: commandSetIssues },
  'thread-edit': { schema: spec.UpdateThreadRequestPartialSchema, issues: none },
  'private-channel': { schema: spec.CreatePrivateChannelRequestSchema, issues: none },
} satisfies Record<string, Rule>;

/** The kind of an interaction's first response, by its type. */
export function callbackKind(type: number): BodyKind {
  if (type === 4 || type === 5) return 'callback-message';
  if (type === 6 || type === 7) return 'callback-update';
  if (type === 8) return 'callback-choices';
  if (type === 9) return 'callback-modal';
  throw invalidForm([`type: no interaction response has the type ${type}`]);
}

/**
 * Holds a request body to Discord's OpenAPI document and to the rules it leaves out.
 * @throws {ApiError} 50035 with every issue
 */
export function checkBody(kind: BodyKind, body: unknown): void {
  const { schema, issues }: Rule = RULES[kind];
  const result = schema.safeParse(body);
  const found = result.success
    ? [...unknownKeys(body, result.data, ''), ...issues(body)]
    : [z.prettifyError(result.error)];
  if (found.length > 0) throw invalidForm(found.map((issue) => `${kind}: ${issue}`));
}

/** What discord.js 14 sends although the document does not have it, and Discord ignores. */
const IGNORED = new Set([
  '.tts',
  '.enforce_nonce',
  '.data.tts',
  '.data.enforce_nonce',
  '.data.nonce',
  '.nonce',
]);

/** A misspelt key passes the document, which forbids none: whatever parsing dropped was not known. */
function unknownKeys(sent: unknown, parsed: unknown, path: string): readonly string[] {
  if (Array.isArray(sent)) {
    const others: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
    return sent.flatMap((item, index) => unknownKeys(item, others[index], `${path}[${index}]`));
  }
  if (!isRecord(sent) || !isRecord(parsed)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    if (Object.hasOwn(parsed, key)) return unknownKeys(value, parsed[key], here);
    return value === undefined || IGNORED.has(here) ? [] : [`${here}: unknown key`];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
