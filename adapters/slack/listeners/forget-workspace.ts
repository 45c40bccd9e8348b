import type { Workspace } from '../install/authorizer.ts';
import type { SlackBot } from '../slack-bot.ts';
import type { Workspaces } from '../workspaces.ts';

export interface Goings {
  /** A workspace took the app, or its token, away. */
  readonly onGone: (workspace: Workspace) => void;
  readonly workspaces?: Workspaces;
}

/** An organisation takes its workspaces with it, but for those that installed the app themselves. */
export async function forgetWorkspace(bot: SlackBot, workspace: Workspace, goings: Goings): Promise<void> {
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
export async function forgetMembers(
  bot: SlackBot,
  members: readonly string[],
  goings: Goings,
): Promise<void> {
  for (const member of members) {
    await forgetRows(bot, member, goings);
    await bot.authorizer.members.remove(member);
  }
}

async function forgetRows({ digests }: SlackBot, workspace: string, { workspaces }: Goings): Promise<void> {
  await digests?.forget({ platform: 'slack', workspace });
  await workspaces?.forget(workspace);
}
