import { StartFailure } from '../../src/chat/adapter.ts';
import { readWebSettings } from './settings.ts';
import { startWeb, type WebAdapter, type WebOptions } from './start-web.ts';

/**
 * Starts the page with the settings in the environment.
 * @throws {StartFailure} with everything that is wrong with them
 */
export async function startFromEnv({
  env,
  ...parts
}: Omit<WebOptions, 'settings' | 'rates'> & {
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<WebAdapter> {
  const read = readWebSettings(env);
  if ('problems' in read) throw new StartFailure(read.problems.join('; '));
  return startWeb({ ...parts, settings: read.settings });
}
