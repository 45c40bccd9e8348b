import type { CrashResult } from './crash-round.ts';

/** What of a round breaks the promise, in words; nothing when it was kept. */
export function breaches(result: CrashResult): readonly string[] {
  const counts: readonly (readonly [number, string])[] = [
    [Math.abs(result.due - result.deliveries), 'digests too many or too few in the ledger'],
    [result.lost, 'parts of digests lost'],
    [result.doubled, 'parts of digests doubled'],
    [result.needlesslyUncertain, 'digests called uncertain although the platform can be asked'],
    [result.unended, 'rows of the ledger without an end'],
    [result.unexplained, 'rows of the ledger that do not say why nothing was sent'],
    [result.givenUp, 'digests given up without cause'],
    [result.forgotten, 'confirmed subscriptions gone'],
  ];
  return [
    ...counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`),
    ...result.complaints.map((line) => `a process complained: ${line}`),
  ];
}
