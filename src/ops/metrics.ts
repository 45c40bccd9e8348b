/** What came of one request: how it was put, what the reply was like, and how long the chat core took. */
export interface Answered {
  /** Where it was asked: `discord`, `slack`, `web`, `terminal`. */
  readonly platform: string;
  /** What was wanted: `say`, `ask`, `brief`, … */
  readonly request: string;
  /** What it got: `answer`, `unanswered`, `refusal`, … */
  readonly reply: string;
  readonly seconds: number;
  /** What the words were taken for, when there were some: `who`, `topic`, `thanks`, … */
  readonly understood?: string | undefined;
}

/** One call of a platform's API. */
export interface PlatformCall {
  readonly platform: string;
  readonly outcome: CallOutcome;
  readonly seconds: number;
}

/** `limited`: told to wait (429); `refused`: any other 4xx; `failed`: a 5xx; `unreachable`: no answer at all. */
export type CallOutcome = 'ok' | 'limited' | 'refused' | 'failed' | 'unreachable';

/** Where a fault of ours came to light. */
export type FaultSource = 'chat' | 'page' | 'exception' | 'rejection';

/** What the page refused: unreadable (400), from another site (403), too long (413), too often (429), stopping (503). */
export const REFUSALS = [400, 403, 413, 429, 503] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * What is counted, for whoever watches over the service. Labels come from small closed sets: never an id, a
 * name or somebody's words.
 */
export interface Metrics {
  /** The chat core answered a request. */
  answered(what: Answered): void;
  /** Somebody pressed "Not helpful". */
  unhelpful(platform: string): void;
  called(what: PlatformCall): void;
  fault(source: FaultSource): void;
  /** The page refused a request. */
  refused(status: Refusal): void;
  /** A delivery came to its end: `outcome` is its state then, `sent`, `skipped`, `missed`, `failed` or `uncertain`. */
  delivered(what: { readonly platform: string; readonly outcome: string }): void;
  /** The schedule has looked for what is due; `at` in epoch milliseconds. */
  ticked(what: { readonly at: number; readonly seconds: number }): void;
  /** The deliveries that are due and not done: how many, and for how long the oldest has been. */
  queued(what: { readonly waiting: number; readonly oldestSeconds: number }): void;
}

/** Counts nothing. */
export const noMetrics: Metrics = {
  answered: () => {},
  unhelpful: () => {},
  called: () => {},
  fault: () => {},
  refused: () => {},
  delivered: () => {},
  ticked: () => {},
  queued: () => {},
};
