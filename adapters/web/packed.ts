import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

/** Ways to send a body small, the better one first. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Bytes under which a body is not made smaller. */
const WORTH_IT = {
  /** Sent again and again: more than a packet. */
  kept: 1024,
  /** Sent once: more than a connection sends before it waits for a word, ten packets (RFC 6928). */
  once: 14_000,
} as const;

/** Quick and nearly as small as the best, which takes fifty times as long. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A body, and what it is when it is sent small: made when first wanted, then kept with it. */
export class Packed {
  readonly type: string;
  readonly #plain: Buffer<ArrayBuffer>;
  readonly #worthIt: number;
  readonly #small = new Map<Encoding, Buffer<ArrayBuffer>>();
  #etag: string | undefined;

  /** @param sent `once` for what one person asked for: small, it is not worth the time that packing takes */
  constructor(body: string | Buffer<ArrayBuffer>, type: string, sent: keyof typeof WORTH_IT = 'kept') {
    this.type = type;
    this.#plain = typeof body === 'string' ? Buffer.from(body) : body;
    this.#worthIt = WORTH_IT[sent];
  }

  /** Says the same of the same words, however they are packed. */
  get etag(): string {
    this.#etag ??= `W/"${createHash('sha256').update(this.#plain).digest('base64url').slice(0, 22)}"`;
    return this.#etag;
  }

  /** The body in a form that whoever asks can read, and what that form is called. */
  for(accepted: string): { readonly body: Buffer<ArrayBuffer>; readonly encoding?: Encoding } {
    const encoding =
      this.#plain.length < this.#worthIt ? undefined : ENCODINGS.find((each) => takes(accepted, each));
    if (encoding === undefined) return { body: this.#plain };
    const body = this.#small.get(encoding) ?? squeeze(this.#plain, encoding);
    this.#small.set(encoding, body);
    return { body, encoding };
  }
}

/** Sends a body small where it may be. What else is to be said of it has been said to the context. */
export function sendPacked(context: Context, packed: Packed, status: 200 | Refused = 200): Response {
  const { body, encoding } = packed.for(context.req.header('accept-encoding') ?? '');
  context.header('content-type', packed.type);
  context.header('vary', 'Accept-Encoding');
  if (status === 200 && context.req.method !== 'POST') context.header('etag', packed.etag);
  if (encoding !== undefined) context.header('content-encoding', encoding);
  return context.body(body, status);
}

/** How a request can be refused. */
export type Refused = 400 | 403 | 404 | 413 | 429 | 500 | 503;

function squeeze(plain: Buffer<ArrayBuffer>, encoding: Encoding): Buffer<ArrayBuffer> {
  return encoding === 'br' ? brotliCompressSync(plain, QUICK) : gzipSync(plain);
}

/** Whether an `Accept-Encoding` names it and does not refuse it (`;q=0`). */
function takes(accepted: string, encoding: Encoding): boolean {
  return accepted.split(',').some((each) => {
    const [name = '', weight = ''] = each.split(';');
    return name.trim().toLowerCase() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(weight);
  });
}
