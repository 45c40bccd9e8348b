import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { formWanted } from '../../../src/chat/form-wanted.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Intent } from '../../../src/chat/request.ts';
import { openDigestForm } from '../digests/open-digest-form.ts';
import { type Press, readPress } from '../incoming/press.ts';
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
    const alone = action === undefined || action.kind === 'unhelpful' || action.kind === 'digest';
    const form = await formFor(bot, press, client, intent);
    if (form === 'opened') return;
    await answerPress(bot, press, intent, { client, alone, instead: form });
    if (press.where.kind === 'home' && action?.kind === 'digest') await publishHome(bot, client, press);
  });
  app.action(PICK_ACTION, async ({ body, client, context }) => {
    const press = readPress(body, context.teamId);
    if (!press) return;
    const intent: Intent = { kind: 'follow', story: press.value };
    if (press.where.kind === 'home') await publishHome(bot, client, press, press.value);
    else await answerPress(bot, press, intent, { client, alone: false });
  });
}

/** Opens the form that a digest's button asks for. */
async function formFor(
  bot: SlackBot,
  { where, user, team, trigger }: Press,
  client: WebClient,
  intent: Intent,
): Promise<'opened' | Reply | undefined> {
  const wanted = formWanted(intent);
  if (!wanted) return undefined;
  if (where.kind === 'message') {
    return openDigestForm(bot, { client, trigger, place: where.place, url: where.url }, wanted);
  }
  const place = { team, channel: user, user, direct: true };
  return openDigestForm(bot, { client, trigger, place }, wanted);
}
