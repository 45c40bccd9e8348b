import type { App } from '@slack/bolt';
import { z } from 'zod';
import { readPress } from '../incoming/press.ts';
import type { SlackBot } from '../slack-bot.ts';
import { answerPress } from './answer-press.ts';
import { FORGET_ACTION, publishHome } from './publish-home.ts';

const opened = z.object({ user: z.string(), tab: z.string() });

/** The App Home: the stories, the newest brief, settings. */
export function listenToHome(app: App, bot: SlackBot): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const parsed = opened.safeParse(event);
    if (!parsed.success || parsed.data.tab !== 'home') return;
    const team = context.teamId ?? context.enterpriseId ?? '';
    await publishHome(bot, client, { user: parsed.data.user, team });
  });
  app.action(FORGET_ACTION, async ({ body, client, context }) => {
    const press = readPress(body, context.teamId);
    if (press) await answerPress(bot, press, { kind: 'forget' }, { client, alone: true });
  });
}
