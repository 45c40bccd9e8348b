import { z } from 'zod';
import type { Intent } from '../../src/chat/request.ts';
import { LIMITS } from './limits.ts';
import { type BadForm, readFields } from './read-form.ts';
import { parseTalkKey, type TalkKey } from './talks.ts';

/** How much a brief tells. */
export type Depth = NonNullable<Extract<Intent, { kind: 'brief' }>['depth']>;
export const DEPTHS = ['line', 'short', 'full'] as const satisfies readonly Depth[];

/** A message somebody wants to see as the platforms show it. */
export interface MessageWanted {
  /** A story's slug; "" when none was chosen. */
  readonly story: string;
  readonly depth: Depth;
  /** "" for a brief. */
  readonly question: string;
  /** The talk whose newest answer is meant. */
  readonly talk: TalkKey | undefined;
}

/** A digest somebody wants to see, in their own words. */
export interface DigestWanted {
  readonly story: string;
  readonly time: string;
  readonly days: string;
  readonly zone: string;
}

const words = (otherwise: string) => z.string().trim().max(LIMITS.choice).default(otherwise);

const MESSAGE = z.object({
  story: words(''),
  depth: z.enum(DEPTHS).default('short'),
  question: z.string().trim().default(''),
  talk: words(''),
});

const DIGEST = z.object({
  story: words('all'),
  time: words('08:00'),
  days: words('weekdays'),
  zone: words('UTC'),
});

/** Reads which message is wanted from an address or a form whose body is known to be small. */
export async function readMessageWanted(request: Request): Promise<MessageWanted | BadForm> {
  const fields = request.method === 'POST' ? await readFields(request) : queryOf(request);
  if (fields === undefined) return 'unreadable';
  const parsed = MESSAGE.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return 'unreadable';
  const { talk, ...wanted } = parsed.data;
  if (wanted.question.length > LIMITS.question) return 'too-long';
  return { ...wanted, talk: parseTalkKey(talk) };
}

/** Reads which digest is wanted from an address; what is chosen is for the digests to understand. */
export function readDigestWanted(request: Request): DigestWanted | BadForm {
  const parsed = DIGEST.safeParse(Object.fromEntries(queryOf(request)));
  return parsed.success ? parsed.data : 'unreadable';
}

function queryOf({ url }: Request): URLSearchParams {
  return new URL(url).searchParams;
}
