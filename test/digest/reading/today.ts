export const TODAY = '2026-11-25';

export function dayAfterToday(days: number): string {
  return new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
}
