import type { DigestFormPurpose } from './digest-desk.ts';
import type { DigestWhere } from './digest-intent.ts';
import type { Intent } from './request.ts';

/** A digest's form to be opened, and for which place. */
export interface FormWanted extends DigestFormPurpose {
  readonly where: DigestWhere;
}

/** The form that an intent is better answered with: a subscription or a change of which nothing is said yet. */
export function formWanted(intent: Intent): FormWanted | undefined {
  if (intent.kind === 'action' && intent.action.kind === 'digest') {
    const { verb, subscription } = intent.action;
    if (verb !== 'subscribe' && verb !== 'change') return undefined;
    return { verb, where: { kind: 'here' }, ...(subscription !== undefined && { subscription }) };
  }
  if (intent.kind !== 'digest') return undefined;
  const { digest, where } = intent;
  if (digest.kind !== 'subscribe' && digest.kind !== 'change') return undefined;
  if (Object.keys(digest.choices).length > 0 || ('to' in digest && digest.to)) return undefined;
  const subscription = digest.kind === 'change' ? digest.subscription : undefined;
  return { verb: digest.kind, where, ...(subscription !== undefined && { subscription }) };
}
