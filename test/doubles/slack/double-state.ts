import { Credentials } from './credentials.ts';
import type { DoubleClock } from './double-clock.ts';
import { Faults } from './faults.ts';
import { OneTimeKeys } from './one-time-keys.ts';
import { Workspace } from './workspace.ts';

/** Where a response_url leads. */
export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  readonly botUser: string;
  /** The message whose button was pressed. */
  readonly source?: string;
  readonly thread?: string;
}

/** What an OAuth code stands for until it is exchanged. */
export interface Grant {
  readonly team: string;
  readonly enterprise?: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirect: string;
}

/** One request the double was sent, as the tests look at it. */
export interface RecordedCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
  readonly at: number;
  /** Which response_url it was. */
  readonly key?: string;
  /** The error answered, or the fault met. */
  outcome: string;
}

/** All a double of Slack remembers, shared by its rooms. */
export interface DoubleState {
  readonly clock: DoubleClock;
  readonly workspace: Workspace;
  readonly credentials: Credentials;
  readonly faults: Faults;
  readonly triggers: OneTimeKeys<{ readonly user: string }>;
  readonly responseUrls: OneTimeKeys<ResponseTarget>;
  readonly grants: OneTimeKeys<Grant>;
  readonly refreshTokens: OneTimeKeys<Omit<Grant, 'redirect'>>;
  readonly tickets: OneTimeKeys<string>;
  readonly calls: RecordedCall[];
  readonly app: { readonly id: string; readonly clientId: string; readonly clientSecret: string };
  /** Lifetime in seconds of the tokens given out; undefined without token rotation. */
  rotation: number | undefined;
}

const MINUTE = 60_000;

/** A double that has seen nothing yet. Lifetimes are those Slack documents. */
export function createState(clock: DoubleClock): DoubleState {
  return {
    clock,
    workspace: new Workspace(clock),
    credentials: new Credentials(),
    faults: new Faults(),
    triggers: new OneTimeKeys(clock, { prefix: 'trigger.', lifetime: 3000, uses: 1 }),
    responseUrls: new OneTimeKeys(clock, { prefix: 'r', lifetime: 30 * MINUTE, uses: 5 }),
    grants: new OneTimeKeys(clock, { prefix: 'code.', lifetime: 10 * MINUTE, uses: 1 }),
    refreshTokens: new OneTimeKeys(clock, { prefix: 'xoxe-1-', lifetime: Infinity, uses: 1 }),
    tickets: new OneTimeKeys(clock, { prefix: 'ticket', lifetime: 30_000, uses: 1 }),
    calls: [],
    app: { id: 'A0001', clientId: '1.1', clientSecret: 'client-secret' },
    rotation: undefined,
  };
}
