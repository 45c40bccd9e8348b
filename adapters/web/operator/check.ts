import type { Finding } from '../../../src/ops/finding.ts';
import { readWebSettings } from '../settings.ts';

/** Looks at what the page is set to. */
export async function checkWeb(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const read = readWebSettings(env);
  if ('problems' in read) return read.problems.map((what) => ({ level: 'problem', what }));
  const { publicUrl, proxies } = read.settings;
  if (publicUrl === undefined || proxies !== undefined) return [];
  const what =
    'WEB_PROXIES is not set: behind a proxy all readers of the page count as one, and soon none of them is answered; set it to how many proxies of yours pass requests on, or to 0 when none does';
  return [{ level: 'warning', what }];
}
