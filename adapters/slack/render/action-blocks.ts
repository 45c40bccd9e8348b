import type { types } from '@slack/bolt';
import type { Action, ActionIntent } from '../../../src/chat/action.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { LIMITS } from '../limits.ts';
import { showable } from './escape.ts';
import type { SlackBlock } from './segment.ts';

/** Every button of a reply has an action_id that begins so; the value is what `Chat.encode` made. */
export const CHAT_ACTION = 'chat.';

/** Packs what a button asks for: `Chat.encode`. */
export type Encode = (intent: ActionIntent) => string;

/** A button besides those of the reply: ours alone. */
export interface ExtraButton {
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
}

/**
 * What is offered under a message, in the reply's order. A phone shows about thirty characters of a button:
 * a longer label, such as a suggested question, is set in full beside its button.
 */
export function actionBlocks(
  actions: readonly Action[],
  encode: Encode,
  extra: readonly ExtraButton[] = [],
): readonly SlackBlock[] {
  const blocks: SlackBlock[] = [];
  let row: types.Button[] = [];
  const endRow = () => {
    if (row.length > 0) blocks.push({ type: 'actions', elements: row });
    row = [];
  };
  for (const [index, { label, intent }] of actions.entries()) {
    const shown = showable(label).trim().slice(0, LIMITS.buttonText).toWellFormed() || '…';
    const button = { actionId: `${CHAT_ACTION}${index}`, value: encode(intent) };
    if (shown.length <= LIMITS.buttonTextShown) {
      row.push(makeButton({ ...button, label: shown }));
      if (row.length === LIMITS.actionElements) endRow();
    } else {
      endRow();
      blocks.push(besideText(shown, button));
    }
  }
  for (const one of extra) {
    if (row.length === LIMITS.actionElements) endRow();
    row.push(makeButton(one));
  }
  endRow();
  return blocks;
}

function besideText(text: string, { actionId, value }: Omit<ExtraButton, 'label'>): SlackBlock {
  return {
    type: 'section',
    text: { type: 'plain_text', text, emoji: false },
    accessory: { ...makeButton({ actionId, value, label: slackWording.ask }), accessibility_label: text },
  };
}

function makeButton({ actionId, label, value }: ExtraButton): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: label, emoji: false },
    value,
  };
}
