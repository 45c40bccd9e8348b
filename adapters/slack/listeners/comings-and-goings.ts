import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Place } from '../incoming/place.ts';
import type { Workspace } from '../install/authorizer.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import type { Workspaces } from '../workspaces.ts';
import { publicSpeech } from './speech.ts';

const joined = z.object({ user: z.string(), channel: z.string() });
const left = z.object({ channel: z.string() });
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
  // Slack sends both when the app is taken away, in any order; a person's own token is none of the bot's.
  app.event('tokens_revoked', async ({ event, context }) => {
    const parsed = revoked.safeParse(event);
    if (parsed.success && (parsed.data.tokens.bot?.length ?? 0) > 0) {
      await forget(bot, workspaceOf(context), goings);
    }
  });
}

async function forget(
  { authorizer, digests, log }: SlackBot,
  workspace: Workspace,
  { onGone, workspaces }: Goings,
): Promise<void> {
  await authorizer.forget(workspace);
  const id = workspace.team || workspace.enterprise;
  if (id) {
    await digests?.forget({ platform: 'slack', workspace: id });
    await workspaces?.forget(id);
  }
  log.info(
    { ...workspace },
    'the app was removed from a workspace; its installation and whatever is kept of it are deleted',
  );
  onGone(workspace);
}

function workspaceOf(context: {
  readonly teamId?: string;
  readonly enterpriseId?: string;
  readonly isEnterpriseInstall: boolean;
}): Workspace {
  const { teamId = '', enterpriseId, isEnterpriseInstall } = context;
  return {
    team: isEnterpriseInstall ? '' : teamId,
    ...(enterpriseId !== undefined && { enterprise: enterpriseId }),
  };
}
