import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Place } from '../incoming/place.ts';
import { type Workspace, workspaceCalled } from '../install/authorizer.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import type { Workspaces } from '../workspaces.ts';
import { publicSpeech } from './speech.ts';

const joined = z.object({ user: z.string(), channel: z.string() });
const left = z.object({ channel: z.string() });
const lost = z.object({ team_ids: z.array(z.string()) });
const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

export interface Goings {
  /** A workspace took the app, or its token, away. */
  readonly onGone: (workspace: Workspace) => void;
  readonly workspaces?: Workspaces;
}

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
    await forget(bot, workspaceOf(context), goings);
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
      await forget(bot, workspaceOf(context), goings);
    }
  });
}

/** An organisation takes its workspaces with it, but for those that installed the app themselves. */
async function forget(bot: SlackBot, workspace: Workspace, goings: Goings): Promise<void> {
  const { authorizer, log } = bot;
  const { team, enterprise } = workspace;
  await authorizer.forget(workspace);
  const members = team === '' && enterprise ? await authorizer.members.of(enterprise) : [];
  const id = team || enterprise;
  if (id) await forgetRows(bot, id, goings);
  await forgetMembers(bot, members, goings);
  log.info(
    { ...workspace, ...(members.length > 0 && { members }) },
    'the app was removed from a workspace; its installation and whatever is kept of it are deleted',
  );
  goings.onGone(workspace);
}

/** Each is taken off the list when nothing is kept of it any more: whoever is interrupted begins again where it was. */
async function forgetMembers(bot: SlackBot, members: readonly string[], goings: Goings): Promise<void> {
  for (const member of members) {
    await forgetRows(bot, member, goings);
    await bot.authorizer.members.remove(member);
  }
}

async function forgetRows({ digests }: SlackBot, workspace: string, { workspaces }: Goings): Promise<void> {
  await digests?.forget({ platform: 'slack', workspace });
  await workspaces?.forget(workspace);
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
