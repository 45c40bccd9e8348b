import type { Mention } from './mentions.ts';
import type { Evidence } from './name-evidence.ts';

export type NameType = 'person' | 'place' | 'organisation' | 'other';

/** The mentions of one name while its kind is being decided. */
export interface Group {
  key: string;
  folded: readonly string[];
  mentions: Mention[];
  evidence: Evidence;
  type: NameType;
  also?: 'place' | 'organisation';
}

/** Compares two mentions by where they stand; an absent one counts as equal. */
export function inReadingOrder(a: Mention | undefined, b: Mention | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    a.sentence.paragraph - b.sentence.paragraph ||
    a.sentence.sentence - b.sentence.sentence ||
    a.from - b.from
  );
}
