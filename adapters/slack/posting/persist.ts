import { type Failure, failureOf } from './failure.ts';

/** How long to go on, and how to wait. */
export interface Patience {
  readonly attempts: number;
  /** Milliseconds; when Slack asks for a longer wait, the work is given up. */
  readonly longestWait: number;
  /** Resolves after so many milliseconds, or rejects when the service stops. */
  wait(milliseconds: number): Promise<void>;
}

export type Result<T> = { readonly done: T } | { readonly failure: Failure };

/**
 * Does something at Slack, again only when Slack certainly did not do it: after a 429 when Slack says, after
 * a connection that never came about a little later.
 * @param harmless doing it twice is the same as doing it once, so an uncertain outcome is tried again too
 */
export async function persist<T>(
  work: () => Promise<T>,
  patience: Patience,
  harmless = false,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    const failure = await attemptOnce(work);
    if ('done' in failure) return failure;
    const pause = pauseBefore(failure.failure, attempt, harmless);
    if (pause === undefined || attempt >= patience.attempts || pause > patience.longestWait) return failure;
    try {
      await patience.wait(pause);
    } catch {
      return failure;
    }
  }
}

async function attemptOnce<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** Milliseconds until it may be tried again; undefined when it may not. */
function pauseBefore(failure: Failure, attempt: number, harmless: boolean): number | undefined {
  if (failure.kind === 'wait') return failure.milliseconds;
  const again = failure.kind === 'undone' || (harmless && failure.kind === 'uncertain');
  return again ? 250 * 2 ** (attempt - 1) : undefined;
}
