import type { SlackPayload } from './intake.ts';

/** Slack's largest payloads, views with full state, stay below a quarter of this. */
const MAX_BODY = 1024 * 1024;

/** The raw bytes of a request; `too-large` as soon as they are more than Slack would send. */
export async function readBody(request: Request): Promise<Uint8Array | 'too-large'> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > MAX_BODY) return 'too-large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * What the bytes say, in either of Slack's forms: JSON, or a form with JSON in its `payload` field.
 * @returns undefined for what is not UTF-8, not JSON, or no object
 */
export function parseBody(body: Uint8Array, contentType: string): SlackPayload | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (!isForm(contentType)) return objectOf(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : objectOf(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

/** Slack's own check that an address answers: `ssl_check=1`, alone of all requests not signed. */
export function isCertificateCheck(body: Uint8Array, contentType: string): boolean {
  if (!isForm(contentType) || body.byteLength > 2000) return false;
  return new URLSearchParams(Buffer.from(body).toString('latin1')).get('ssl_check') === '1';
}

function isForm(contentType: string): boolean {
  return contentType.split(';')[0]?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

function objectOf(value: unknown): SlackPayload | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as SlackPayload)
    : undefined;
}
