import type { ActionIntent } from './action.ts';
import { commandIntent } from './command-intent.ts';
import { readCommandLine } from './command-line.ts';
import type { DigestIntent } from './digest-intent.ts';
import type { Intent, Request } from './request.ts';

/** What a request asks of the digests, when it does: by intent, by button, or as a typed command. */
export function digestAsked({ intent, asker }: Request): Extract<Intent, { kind: 'digest' }> | undefined {
  switch (intent.kind) {
    case 'digest':
      return intent;
    case 'action':
      if (intent.action.kind !== 'digest') return undefined;
      return { kind: 'digest', digest: digestOf(intent.action), where: { kind: 'here' } };
    case 'say': {
      const line = readCommandLine(intent.text.trim(), asker.platform);
      if (!line || 'unknown' in line || line.id === 'quit') return undefined;
      const meant = commandIntent(line.id, line.values);
      return meant.kind === 'digest' ? meant : undefined;
    }
    default:
      return undefined;
  }
}

/** A button's request in full. */
function digestOf({ verb, subscription }: Extract<ActionIntent, { kind: 'digest' }>): DigestIntent {
  const which = subscription === undefined ? {} : { subscription };
  switch (verb) {
    case 'list':
      return { kind: verb };
    case 'subscribe':
      return { kind: verb, choices: {} };
    case 'change':
    case 'preview':
      return { kind: verb, ...which, choices: {} };
    default:
      return { kind: verb, ...which };
  }
}
