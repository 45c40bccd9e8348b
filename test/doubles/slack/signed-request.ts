import { createHmac } from 'node:crypto';

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

/** Sends it and reads the answer. */
export async function sendSigned(
  request: SignedRequest,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(request.url, {
    method: 'POST',
    headers: {
      'content-type': request.contentType,
      'x-slack-request-timestamp': String(request.timestamp),
      'x-slack-signature': request.signature ?? sign(request.secret, request.timestamp, request.body),
      ...(request.retry && {
        'x-slack-retry-num': String(request.retry.number),
        'x-slack-retry-reason': request.retry.reason,
      }),
    },
    body: request.body,
  });
  const text = await response.text();
  return { status: response.status, body: readJson(text), headers: response.headers };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
