/** What many runs of one thing took, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p99: number;
  readonly runs: number;
}

/** How long one run takes, in milliseconds, and what it gives. */
export function time<T>(run: () => T): { readonly took: number; readonly result: T } {
  const start = process.hrtime.bigint();
  const result = run();
  return { took: Number(process.hrtime.bigint() - start) / 1e6, result };
}

/** The median and the 99th percentile (nearest rank) of some runs; NaN when there are none. */
export function summarise(took: readonly number[]): Timing {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99), runs: sorted.length };
}
