/** Text that remembers, for each of its UTF-16 units, the position in the raw file it was made from. */
export interface MappedText {
  readonly text: string;
  readonly origin: readonly number[];
}

/** A stretch of the raw file as it stands there. */
export function mapSlice(raw: string, start: number, end: number): MappedText {
  return mapFrom(raw.slice(start, end), start);
}

/** Text that stands in the raw file, unchanged, from the position `start`. */
export function mapFrom(text: string, start: number): MappedText {
  return { text, origin: Array.from({ length: text.length }, (_, at) => start + at) };
}

/** `text` read from the raw position `at`, whatever its length: an inserted or decoded character. */
export function mapAt(text: string, at: number): MappedText {
  return { text, origin: new Array<number>(text.length).fill(at) };
}

export function sliceMapped(mapped: MappedText, start: number, end: number = mapped.text.length): MappedText {
  return { text: mapped.text.slice(start, end), origin: mapped.origin.slice(start, end) };
}

export function joinMapped(parts: readonly MappedText[]): MappedText {
  return { text: parts.map((part) => part.text).join(''), origin: parts.flatMap((part) => part.origin) };
}

/**
 * Replaces every match of a global pattern. The characters put in keep the raw positions of those they stand
 * for, the last of them when there are more.
 * @param replace what to put in; undefined leaves the match as it is
 */
export function rewriteMapped(
  mapped: MappedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): MappedText {
  const parts: MappedText[] = [];
  let done = 0;
  for (const match of mapped.text.matchAll(pattern)) {
    const put = replace(match);
    if (put === undefined || put === match[0]) continue;
    const end = match.index + match[0].length;
    parts.push(sliceMapped(mapped, done, match.index));
    parts.push({ text: put, origin: originsFor(mapped, put.length, match.index, end) });
    done = end;
  }
  return done === 0 ? mapped : joinMapped([...parts, sliceMapped(mapped, done)]);
}

function originsFor(mapped: MappedText, length: number, start: number, end: number): number[] {
  return Array.from({ length }, (_, at) => mapped.origin[Math.min(start + at, end - 1)] ?? 0);
}

/** Cuts at every match of a pattern, leaving the matches out. */
export function splitMapped(mapped: MappedText, pattern: RegExp): MappedText[] {
  const parts: MappedText[] = [];
  let from = 0;
  for (const match of mapped.text.matchAll(pattern)) {
    parts.push(sliceMapped(mapped, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(sliceMapped(mapped, from));
  return parts;
}

export function trimMapped(mapped: MappedText): MappedText {
  const start = mapped.text.length - mapped.text.trimStart().length;
  const end = mapped.text.trimEnd().length;
  return start === 0 && end === mapped.text.length
    ? mapped
    : sliceMapped(mapped, start, Math.max(start, end));
}
