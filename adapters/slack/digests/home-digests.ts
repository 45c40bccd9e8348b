import type { types } from '@slack/bolt';
import type { SubscriptionSummary } from '../../../src/chat/digest-desk.ts';
import type { DigestVerb } from '../../../src/chat/digest-intent.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { type Encoder, makeButton } from '../render/action-blocks.ts';
import { showable } from '../render/escape.ts';

/** More would crowd the Home out. */
const MOST = 8;

/** Somebody's own digests in their App Home, each with what can be done about it, and the way to a first one. */
export function homeDigests(
  summaries: readonly SubscriptionSummary[],
  encoder: Encoder,
): readonly types.KnownBlock[] {
  const { homeDigests: title, homeNoDigests, homeMoreDigests, digestButtons } = slackWording;
  const button = (
    verb: DigestVerb & keyof typeof digestButtons,
    at: number,
    id?: SubscriptionSummary['id'],
  ) =>
    makeButton(
      `chat.${at}`,
      digestButtons[verb],
      encoder.encode({ kind: 'digest', verb, ...(id !== undefined && { subscription: id }) }),
    );
  const further = summaries.length - MOST;
  return [
    { type: 'header', text: plain(title) },
    ...(summaries.length === 0 ? [section(homeNoDigests)] : []),
    ...summaries.slice(0, MOST).flatMap(({ id, label }): types.KnownBlock[] => [
      section(showable(label) || id),
      {
        type: 'actions',
        elements: [button('change', 0, id), button('why', 1, id), button('remove', 2, id)],
      },
    ]),
    ...(further > 0 ? [section(homeMoreDigests(further))] : []),
    { type: 'actions', elements: [button('subscribe', 0)] },
  ];
}

function section(text: string): types.SectionBlock {
  return { type: 'section', text: plain(text) };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
