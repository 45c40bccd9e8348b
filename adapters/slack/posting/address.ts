import { failureOfCode, failureOfStatus, SlackFailure } from './failure.ts';

/**
 * Posts to a response_url. Bolt's own `respond` has no time-out and does not say why it failed.
 * @throws {SlackFailure} for an answer that is not a success; whatever `fetch` throws
 */
export async function postToAddress(
  url: string,
  body: object,
  options: { readonly fetch: typeof fetch; readonly timeout: number },
): Promise<void> {
  const response = await options.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(options.timeout),
  });
  const answer = await response.text();
  if (response.ok && !/"ok"\s*:\s*false/.test(answer.slice(0, 200))) return;
  const code = /"error"\s*:\s*"([a-z_]{1,80})"/.exec(answer)?.[1];
  if (code !== undefined && response.status < 500 && response.status !== 429) {
    throw new SlackFailure(failureOfCode(code));
  }
  throw new SlackFailure(failureOfStatus(response.status, Number(response.headers.get('retry-after')) || 1));
}
