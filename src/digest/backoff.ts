/** How long to wait before trying again. Milliseconds. */
export interface Backoff {
  readonly first: number;
  readonly longest: number;
}

/**
 * Exponential with full jitter: anything up to twice as long as the time before, so that those who failed together
 * do not come back together. Source: Marc Brooker, "Exponential Backoff And Jitter", 2015.
 * @param attempts how many there have been, 1 at least
 * @param atLeast what the platform asked for; the jitter comes on top
 * @param random from 0 to 1
 */
export function waitBefore(
  { first, longest }: Backoff,
  attempts: number,
  atLeast = 0,
  random: () => number = Math.random,
): number {
  const most = Math.min(longest, first * 2 ** Math.min(attempts - 1, 30));
  const jittered = Math.ceil(random() * most);
  return atLeast > 0 ? atLeast + Math.min(jittered, first) : jittered;
}
