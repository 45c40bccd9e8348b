import type { Finding } from '../ops/finding.ts';
import { readSettings } from '../ops/settings.ts';

/** Milliseconds for an answer. */
const PATIENCE = 5_000;

/** Whether the service answers at the address people outside are given; it may of course not be running now. */
export async function checkPublicUrl(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const read = readSettings(env);
  if (!('settings' in read) || read.settings.publicUrl === undefined) return [];
  const { publicUrl } = read.settings;
  const findings: Finding[] = [];
  if (!publicUrl.startsWith('https:')) {
    findings.push({
      level: 'warning',
      what: 'PUBLIC_URL is no https address: what people ask goes unsealed',
    });
  }
  const trouble = await troubleAt(`${publicUrl}/healthz`);
  findings.push(
    trouble === undefined
      ? { level: 'fine', what: `the service answers at ${publicUrl}` }
      : {
          level: 'warning',
          what: `nothing of ours answers at PUBLIC_URL, ${publicUrl} (${trouble}): start the service, and see that the proxy passes requests on to it`,
        },
  );
  return findings;
}

/** Why the address is not ours; `undefined` when it is. */
async function troubleAt(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: 'manual' });
    const body = (await response.text()).slice(0, 100);
    return response.ok && body.includes('"ok"') ? undefined : `status ${response.status}`;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
