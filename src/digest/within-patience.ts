/**
 * Gives some work a signal that is aborted after so long, or with another signal. Nothing of it is left when the
 * work is done: `AbortSignal.timeout` would keep all that hangs on it until the time is up.
 * @param patience milliseconds
 */
export async function withinPatience<T>(
  patience: number,
  stopped: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort(stopped.reason);
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop);
  const timer = setTimeout(
    () => giveUp.abort(new DOMException('it took too long', 'TimeoutError')),
    patience,
  );
  try {
    return await work(giveUp.signal);
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener('abort', stop);
  }
}
