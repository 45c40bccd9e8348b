import type { Depth } from '../briefing/brief.ts';
import { WHEN_UNCHANGED } from './digest-intent.ts';

/** What a command takes, in order. */
export interface Argument {
  readonly name: ArgumentName;
  /** At most 100 characters. */
  readonly description: string;
  readonly required: boolean;
  /** The only values there are, when it is not free text. */
  readonly choices?: readonly string[];
  /** What it is when it is no text: a channel of the platform, or a yes. */
  readonly form?: 'channel' | 'yes';
}

export type ArgumentName =
  | 'question'
  | 'story'
  | 'depth'
  | 'time'
  | 'days'
  | 'zone'
  | 'quiet'
  | 'unchanged'
  | 'channel'
  | 'me'
  | 'digest';

/** The depths a brief is offered at. */
export const DEPTHS = ['line', 'short', 'full'] as const satisfies readonly Depth[];
/** What `/brief` takes for a depth: `changes` is what is new since the version before. */
export const BRIEFS = [...DEPTHS, 'changes'] as const;

export const QUESTION: Argument = {
  name: 'question',
  description: 'What you want to know, in your own words',
  required: true,
};
export const STORY: Argument = {
  name: 'story',
  description: 'Which story; the current one if you leave it out',
  required: false,
};
export const DEPTH: Argument = {
  name: 'depth',
  description: 'One line, short, full, or what changed',
  required: false,
  choices: BRIEFS,
};

const DIGEST_STORY: Argument = { ...STORY, description: 'Which story, or all' };
const TIME: Argument = { name: 'time', description: 'When: 08:00, 8am, 20:30', required: false };
const DAYS: Argument = { name: 'days', description: 'Which days: weekdays, daily, mon,wed', required: false };
const ZONE: Argument = {
  name: 'zone',
  description: 'Whose clock: a city or a time zone, such as Kyiv',
  required: false,
};
const QUIET: Argument = {
  name: 'quiet',
  description: 'Dates without a digest: 2026-12-24, 2026-12-31..2027-01-02',
  required: false,
};
const UNCHANGED: Argument = {
  name: 'unchanged',
  description: 'When nothing changed: send it anyway, say so in a line, or stay silent',
  required: false,
  choices: WHEN_UNCHANGED,
};
const CHANNEL: Argument = {
  name: 'channel',
  description: 'Which channel; this one if you leave it out',
  required: false,
  form: 'channel',
};
const ME: Argument = { name: 'me', description: 'For you alone, in a DM', required: false, form: 'yes' };

/** Which of a place's subscriptions a digest command is about. */
export const DIGEST: Argument = {
  name: 'digest',
  description: 'Which digest; you need not say when there is only one',
  required: false,
};
export const DIGEST_PLACE: readonly Argument[] = [CHANNEL, ME];
/** Where a digest is to be sent from now on. */
export const DIGEST_MOVE: readonly Argument[] = [
  { ...CHANNEL, description: 'Move it to this channel' },
  { ...ME, description: 'Move it to your DM' },
];
export const DIGEST_CHOICES: readonly Argument[] = [TIME, DAYS, ZONE, DIGEST_STORY, QUIET, UNCHANGED];
export const DIGEST_PREVIEW: readonly Argument[] = [DIGEST, TIME, DAYS, ZONE, DIGEST_STORY];
