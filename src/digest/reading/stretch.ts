/** Something found in a text: what it says, and where. */
export interface Stretch {
  readonly says: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A pause stays where something is cut out, so that what stood on either side is not read as one. */
export function cut(text: string, { from, to }: Pick<Stretch, 'from' | 'to'>): string {
  return `${text.slice(0, from)} , ${text.slice(to)}`.replace(/\s+/gu, ' ').trim();
}
