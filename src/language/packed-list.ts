/**
 * A long sorted list kept as the one text it came in: words are found by halving and cut out when they are asked
 * for, since most stories ask for far fewer than unpacking would touch.
 */
export class PackedList {
  readonly #text: string;
  /** Where each entry begins, and past the last where another would. */
  readonly #starts: Uint32Array;

  /**
   * @param text the entries, in the order of their UTF-16 code units if they are to be found
   * @param mark the one character that joins them
   */
  constructor(text: string, mark = ' ') {
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) starts.push(at + 1);
    starts.push(text.length + 1);
    this.#starts = Uint32Array.from(starts);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** The entry at a place from 0; '' past the end. */
  at(place: number): string {
    return this.#text.slice(this.#starts[place], (this.#starts[place + 1] ?? 1) - 1);
  }

  /** The place of an entry; undefined when it is not listed. */
  placeOf(entry: string): number | undefined {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.at(middle);
      if (there === entry) return middle;
      if (there < entry) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }
}
