import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedBody {
  /** The `X-Slack-Signature` header. */
  readonly signature: string | undefined;
  /** The `X-Slack-Request-Timestamp` header. */
  readonly timestamp: string | undefined;
  readonly body: Uint8Array;
}

/** How far a request's stamp may be from now, either way: seconds. */
const WINDOW = 300;

/**
 * Whether Slack sent this just now. Bolt's own check lets stamps from the future through, with which a
 * recorded request could be kept for later; this one does not.
 * @param now epoch milliseconds
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isFromSlack(
  { signature, timestamp, body }: SignedBody,
  secret: string,
  now: number,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp ?? '') || !/^v0=[0-9a-f]{64}$/.test(signature ?? '')) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from((signature ?? '').slice(3), 'hex'));
}
