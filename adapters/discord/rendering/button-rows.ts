import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action } from '../../../src/chat/action.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { LIMITS } from '../limits.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** With their rows, and beside a message's text and frame, these stay within its components. */
const BUTTONS = 15;

/**
 * Actions as rows of buttons: questions and stories to choose from first, then what looks closer at the
 * story. Of two that ask the same the first is kept, since Discord takes each custom id once.
 */
export function buttonRows(
  actions: readonly Action[],
  encode: (intent: Action['intent']) => string,
): readonly ButtonRow[] {
  const byId = new Map<string, Action>();
  for (const action of actions) {
    const id = encode(action.intent);
    if (!byId.has(id) && byId.size < BUTTONS) byId.set(id, action);
  }
  const buttons = [...byId].map(([id, action]) => ({
    leads: isLead(action),
    button: button(id, action.label),
  }));
  return [
    ...rows(buttons.filter(({ leads }) => leads).map((each) => each.button)),
    ...rows(buttons.filter(({ leads }) => !leads).map((each) => each.button)),
  ];
}

/** A row that says which message of how many this is, on a button nobody can press. */
export function numberRow(number: number, of: number): ButtonRow {
  const one = button(`part:${number}`, discordWording.part(number, of));
  return { type: ComponentType.ActionRow, components: [{ ...one, disabled: true }] };
}

function isLead({ intent }: Action): boolean {
  return intent.kind === 'ask' || intent.kind === 'follow';
}

function button(id: string, label: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: label.slice(0, LIMITS.buttonLabel).toWellFormed(),
    custom_id: id,
  };
}

function rows(buttons: readonly APIButtonComponentWithCustomId[]): readonly ButtonRow[] {
  const made: ButtonRow[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow) {
    made.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsInRow) });
  }
  return made;
}
