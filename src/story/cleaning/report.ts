import type { Repair } from '../article.ts';

/** Tells what cleaning did beyond white space, and the raw position it did it at. */
export type Report = (kind: Repair['kind'], at: number, note: string) => void;

/** The beginning of a line, short enough for a note. */
export function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
