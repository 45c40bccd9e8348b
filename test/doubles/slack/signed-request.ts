import { createHmac } from 'node:crypto';
import { request } from 'undici';

/** A request as Slack sends it, and ways to spoil it. */
export interface SignedRequest {
  readonly url: string;
  readonly secret: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  /** Epoch seconds of the stamp. */
  readonly timestamp: number;
  readonly retry?: { readonly number: number; readonly reason: string };
  /** Sent in place of the right signature. */
  readonly signature?: string;
}

/** docs.slack.dev/authentication/verifying-requests-from-slack: `v0=` HMAC-SHA256 of `v0:stamp:body`. */
export function sign(secret: string, timestamp: number, body: string | Uint8Array): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

/** Sends it and reads the answer. Not by `fetch`, which costs more than answering does, and so spoils a benchmark. */
export async function sendSigned(
  sent: SignedRequest,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const { statusCode, body, headers } = await request(sent.url, {
    method: 'POST',
    headers: {
      'content-type': sent.contentType,
      'x-slack-request-timestamp': String(sent.timestamp),
      'x-slack-signature': sent.signature ?? sign(sent.secret, sent.timestamp, sent.body),
      ...(sent.retry && {
        'x-slack-retry-num': String(sent.retry.number),
        'x-slack-retry-reason': sent.retry.reason,
      }),
    },
    body: sent.body,
  });
  const received = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status: statusCode, body: readJson(await body.text()), headers: new Headers(received) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
