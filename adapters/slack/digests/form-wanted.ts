import type { DigestWhere } from '../../../src/chat/digest-intent.ts';
import type { Intent } from '../../../src/chat/request.ts';

/** What a form is opened for. */
export interface FormPurpose {
  readonly verb: 'subscribe' | 'change';
  /** The one to change; absent: the only one there is. */
  readonly subscription?: string;
  readonly where: DigestWhere;
}

/** The form that an intent is better answered with: a subscription or a change of which nothing is said yet. */
export function formWanted(intent: Intent): FormPurpose | undefined {
  if (intent.kind === 'action' && intent.action.kind === 'digest') {
    const { verb, subscription } = intent.action;
    if (verb !== 'subscribe' && verb !== 'change') return undefined;
    return { verb, where: { kind: 'here' }, ...(subscription !== undefined && { subscription }) };
  }
  if (intent.kind !== 'digest') return undefined;
  const { digest, where } = intent;
  if (digest.kind !== 'subscribe' && digest.kind !== 'change') return undefined;
  if (Object.keys(digest.choices).length > 0) return undefined;
  const subscription = digest.kind === 'change' ? digest.subscription : undefined;
  return { verb: digest.kind, where, ...(subscription !== undefined && { subscription }) };
}
