import { slackWording } from '../../../src/chat/wording-slack.ts';
import type { Barrier, Failure } from './failure.ts';
import type { Destination } from './poster.ts';

/** What whoever asked can do about it. */
export function hintOf(barrier: Barrier): string {
  switch (barrier.kind) {
    case 'not-in-channel':
      return slackWording.notInChannel;
    case 'archived':
      return slackWording.archived;
    case 'restricted':
      return slackWording.restricted;
    case 'missing-scope':
      return slackWording.missingScope;
    default:
      return barrier satisfies never;
  }
}

/** What the operator can do about it, without a word of what was said. */
export function describeFailure(failure: Failure, to: Destination): Readonly<Record<string, unknown>> {
  const where = to.kind === 'address' ? { by: 'response_url' } : { channel: to.channel };
  if (failure.kind !== 'barred') return { ...failure, ...where };
  const { why } = failure;
  if (why.kind !== 'missing-scope') return { ...where, why: why.kind };
  const scope = why.needed || 'it needs';
  return {
    ...where,
    why: why.kind,
    remedy: `give the app the scope ${scope} and install it again: "backstory slack manifest" lists them all`,
  };
}
