import type { App } from '@slack/bolt';
import type { Intent } from '../../../src/chat/request.ts';
import { readPress } from '../incoming/press.ts';
import { CHAT_ACTION_ID } from '../render/action-blocks.ts';
import type { SlackBot } from '../slack-bot.ts';
import { answerPress } from './answer-press.ts';
import { publishHome } from './publish-home.ts';
import { PICK_ACTION } from './story-picker.ts';

/** The buttons of replies, and the stories picked under them. */
export function listenToPresses(app: App, bot: SlackBot): void {
  app.action(CHAT_ACTION_ID, async ({ body, client, context }) => {
    const press = readPress(body, context.teamId);
    if (!press) return;
    const action = bot.chat.decode(press.value);
    const intent: Intent = action ? { kind: 'action', action } : { kind: 'stale' };
    // A thank-you, or that a button is too old, is of no use to the others.
    const alone = action === undefined || action.kind === 'unhelpful';
    await answerPress(bot, press, intent, { client, alone });
  });
  app.action(PICK_ACTION, async ({ body, client, context }) => {
    const press = readPress(body, context.teamId);
    if (!press) return;
    const intent: Intent = { kind: 'follow', story: press.value };
    if (press.where.kind === 'home') await publishHome(bot, client, press, press.value);
    else await answerPress(bot, press, intent, { client, alone: false });
  });
}
