import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Place } from '../incoming/place.ts';
import { type Workspace, workspaceCalled } from '../install/authorizer.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { forgetMembers, forgetWorkspace, type Goings } from './forget-workspace.ts';
import { publicSpeech } from './speech.ts';

const joined = z.object({ user: z.string(), channel: z.string() });
const left = z.object({ channel: z.string() });
const lost = z.object({ team_ids: z.array(z.string()) });
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

/** The bot is invited to a channel; the app is taken away from a workspace. */
export function listenToComingsAndGoings(app: App, bot: SlackBot, goings: Goings): void {
  app.event('member_joined_channel', async ({ event, client, context }) => {
    const parsed = joined.safeParse(event);
    if (!parsed.success || parsed.data.user !== context.botUserId) return;
    const { channel, user } = parsed.data;
    const team = context.teamId ?? context.enterpriseId ?? '';
    if (!(await bot.seen.claim(`greeted:${team}:${channel}`))) return;
    const place: Place = { team, channel, user, direct: false };
    const reply = await request(bot, { kind: 'greet' }, { place, continuity: { by: 'person' }, client });
    await bot.speaker.say(reply, publicSpeech(client, place, undefined));
  });
  app.event('app_uninstalled', async ({ context }) => {
    await forgetWorkspace(bot, workspaceOf(context), goings);
  });
  for (const gone of ['channel_left', 'channel_deleted', 'group_left', 'group_deleted'] as const) {
    app.event(gone, async ({ event, context }) => {
      const parsed = left.safeParse(event);
      const workspace = context.teamId ?? context.enterpriseId ?? '';
      if (!parsed.success) return;
      await bot.digests?.forget({ platform: 'slack', workspace, channel: parsed.data.channel });
    });
  }
  // An organisation takes the app out of some of its workspaces.
  app.event('team_access_revoked', async ({ event, context }) => {
    const parsed = lost.safeParse(event);
    const { enterprise } = workspaceOf(context);
    if (!parsed.success || !enterprise) return;
    const members = await bot.authorizer.members.of(enterprise);
    const gone = members.filter((member) => parsed.data.team_ids.includes(member));
    await forgetMembers(bot, gone, goings);
    bot.log.info(
      { enterprise, members: gone },
      'the app was taken out of workspaces of an organisation; whatever is kept of them is deleted',
    );
  });
  // Slack sends both when the app is taken away, in any order; a person's own token is none of the bot's.
  app.event('tokens_revoked', async ({ event, context }) => {
    const parsed = revoked.safeParse(event);
    if (parsed.success && (parsed.data.tokens.bot?.length ?? 0) > 0) {
      await forgetWorkspace(bot, workspaceOf(context), goings);
    }
  });
}

/** When a token is gone already Slack may name an organisation where a workspace's id stands. */
function workspaceOf(context: {
  readonly teamId?: string | null;
  readonly enterpriseId?: string | null;
  readonly isEnterpriseInstall: boolean;
}): Workspace {
  const { teamId, enterpriseId, isEnterpriseInstall } = context;
  const { team, enterprise = enterpriseId } = workspaceCalled(teamId ?? '');
  return {
    team: isEnterpriseInstall ? '' : team,
    ...(enterprise && { enterprise }),
  };
}
