import type { CallOutcome, Metrics } from './metrics.ts';

/** Makes the calls of a platform's API counted and timed; `call` is anything like `fetch`. */
export function timedCalls<A extends readonly unknown[], R extends { readonly status: number }>(
  platform: string,
  metrics: Metrics,
  call: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    const began = performance.now();
    const told = (outcome: CallOutcome) =>
      metrics.called({ platform, outcome, seconds: (performance.now() - began) / 1000 });
    try {
      const response = await call(...args);
      told(outcomeOf(response.status));
      return response;
    } catch (error) {
      told('unreachable');
      throw error;
    }
  };
}

function outcomeOf(status: number): CallOutcome {
  if (status === 429) return 'limited';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'ok';
}
