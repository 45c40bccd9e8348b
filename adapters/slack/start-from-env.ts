import { StartFailure } from '../../src/chat/adapter.ts';
import type { Chat } from '../../src/chat/chat.ts';
import type { DigestDesk } from '../../src/chat/digest-desk.ts';
import type { Keep } from '../../src/chat/keep.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import type { Metrics } from '../../src/ops/metrics.ts';
import { keptStores } from './kept-stores.ts';
import { readSlackSettings } from './slack-settings.ts';
import { type SlackAdapter, startSlack } from './start-slack.ts';

/**
 * Starts the bot on Slack with the settings in the environment.
 * @throws {StartFailure} with everything that is wrong with them
 */
export async function startFromEnv(parts: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly chat: Chat;
  readonly digests?: DigestDesk;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics?: Metrics;
  readonly keep?: Keep;
}): Promise<SlackAdapter> {
  const settings = readSlackSettings(parts.env);
  if ('problems' in settings) throw new StartFailure(settings.problems.join('; '));
  const { keep, ...rest } = parts;
  return startSlack({ ...rest, settings, ...(keep && { stores: keptStores(keep) }) });
}
