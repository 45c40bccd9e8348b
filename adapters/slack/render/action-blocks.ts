import type { types } from '@slack/bolt';
import type { Action, ActionIntent } from '../../../src/chat/action.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { LIMITS } from '../limits.ts';
import { showable } from './escape.ts';
import type { SlackBlock } from './segment.ts';

/** The action_id of a reply's buttons; the value is what `Chat.encode` made. */
export const CHAT_ACTION_ID = /^chat\.\d+$/;

/** Packs what a button asks for; a chat does. */
export interface Encoder {
  encode(intent: ActionIntent): string;
}

/** What can be pressed or picked from besides the reply's own buttons. */
export type ActionElement = types.Button | types.ExternalSelect;

/**
 * What is offered under a message, in the reply's order. A phone shows about thirty characters of a button:
 * a longer label, such as a suggested question, is set in full beside its button.
 */
export function actionBlocks(
  actions: readonly Action[],
  encoder: Encoder,
  extra: readonly ActionElement[] = [],
): readonly SlackBlock[] {
  const blocks: SlackBlock[] = [];
  let row: ActionElement[] = [];
  const endRow = () => {
    if (row.length > 0) blocks.push({ type: 'actions', elements: row });
    row = [];
  };
  for (const [index, { label, intent }] of actions.entries()) {
    const shown = showable(label).trim().slice(0, LIMITS.buttonText).toWellFormed() || '…';
    const actionId = `chat.${index}`;
    const value = encoder.encode(intent);
    if (shown.length <= LIMITS.buttonTextShown) {
      row.push(makeButton(actionId, shown, value));
      if (row.length === LIMITS.actionElements) endRow();
    } else {
      endRow();
      blocks.push(besideText(shown, actionId, value));
    }
  }
  for (const one of extra) {
    if (row.length === LIMITS.actionElements) endRow();
    row.push(one);
  }
  endRow();
  return blocks;
}

function besideText(text: string, actionId: string, value: string): SlackBlock {
  return {
    type: 'section',
    text: { type: 'plain_text', text, emoji: false },
    accessory: { ...makeButton(actionId, slackWording.ask, value), accessibility_label: text },
  };
}

/** A plain button; the label is at most 75 characters. */
export function makeButton(actionId: string, label: string, value: string): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: label, emoji: false },
    value,
  };
}
