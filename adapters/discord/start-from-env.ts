import { type Adapter, StartFailure } from '../../src/chat/adapter.ts';
import type { Keep } from '../../src/chat/keep.ts';
import { readDiscordSettings } from './settings.ts';
import { type StartDiscord, startDiscord } from './start-discord.ts';

export interface EnvParts
  extends Omit<StartDiscord, 'settings' | 'greeted' | 'forgetServer' | 'memberships'> {
  /** What is kept over restarts. */
  readonly keep?: Keep;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts Discord as the environment says; off when it has no token.
 * @throws {StartFailure} with every setting that cannot work
 */
export async function startFromEnv({ env, keep, ...parts }: EnvParts): Promise<Adapter> {
  const read = readDiscordSettings(env);
  if (!('settings' in read)) throw new StartFailure(read.problems.join('; '));
  return startDiscord({
    ...parts,
    settings: read.settings,
    ...(keep && {
      greeted: { first: keep.greet },
      forgetServer: keep.forgetWorkspace,
      memberships: keep.memberships,
    }),
  });
}
