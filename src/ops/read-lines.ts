/** One line of an input, without its line break. */
export interface InputLine {
  /** Counts from 1. */
  readonly number: number;
  /** `undefined` when the line was longer than is read. */
  readonly text: string | undefined;
}

/** The longest line read, in UTF-16 units: a hostile line must not fill the memory. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads UTF-8 lines as they arrive, ended by LF or CRLF; a last line needs no end. Bytes that are no UTF-8
 * become U+FFFD.
 * @throws what the input throws
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  longest = LONGEST_LINE,
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  const line = new GrowingLine(longest);
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [first = '', ...others] = text.split('\n');
    line.add(first);
    for (const next of others) {
      yield line.end();
      line.add(next);
    }
  }
  line.add(decoder.decode());
  if (!line.isEmpty) yield line.end();
}

class GrowingLine {
  #number = 0;
  #parts: string[] = [];
  #length = 0;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(part: string): void {
    this.#length += part.length;
    if (this.#length > this.#longest) this.#parts = [];
    else if (part !== '') this.#parts.push(part);
  }

  end(): InputLine {
    this.#number++;
    const text = this.#length > this.#longest ? undefined : this.#parts.join('').replace(/\r$/, '');
    this.#parts = [];
    this.#length = 0;
    return { number: this.#number, text };
  }
}
