import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { parseTalkKey, type TalkKey } from './talks.ts';

/** What the form on a page sends. */
export interface AskForm {
  readonly said: string;
  /** What a button asks for, packed. */
  readonly press: string | undefined;
  /** The story asked about; "" on the page of all stories. */
  readonly story: string;
  /** The version that page shows. */
  readonly version: number | undefined;
  readonly talk: TalkKey | undefined;
  /** Which turn of the talk the form was for. */
  readonly turn: number | undefined;
  /** Whether only the turn is wanted, for a page that has the rest. */
  readonly turnOnly: boolean;
}

/** Why a form cannot be taken. */
export type BadForm = 'unreadable' | 'too-long';

const SCHEMA = z.object({
  said: z.string().default(''),
  press: z.string().max(200).optional(),
  story: z.string().max(100).default(''),
  version: z.string().max(10).default(''),
  talk: z.string().max(100).default(''),
  turn: z.string().max(10).default(''),
  part: z.string().max(10).default(''),
});

/** Reads the form of a request whose body is known to be small. */
export async function readForm(request: Request): Promise<AskForm | BadForm> {
  const fields = await readFields(request);
  if (fields === undefined) return 'unreadable';
  const parsed = SCHEMA.safeParse(Object.fromEntries(fields));
  if (!parsed.success) return 'unreadable';
  const { said, press, story, version, talk, turn, part } = parsed.data;
  if (said.length > LIMITS.question) return 'too-long';
  return {
    said,
    press,
    story,
    version: count(version),
    talk: parseTalkKey(talk),
    turn: count(turn),
    turnOnly: part === 'turn',
  };
}

/** The fields of a form as our pages send it; `undefined` for a body of any other kind. */
export async function readFields(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(await request.text()) : undefined;
}

/** A whole number as forms and addresses give it. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
