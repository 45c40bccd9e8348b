import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Wraps words into lines of at most `width` columns, the first led by `first`, the others by `rest`. */
export function hanging(
  words: string,
  width: number,
  first: string,
  rest = ' '.repeat(stringWidth(first)),
): string {
  const room = Math.max(width - Math.max(stringWidth(first), stringWidth(rest)), MINIMUM);
  return wrapAnsi(words, room, { hard: true })
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}

/** Narrower than this nothing can be read, however small the window is. */
const MINIMUM = 16;

/** Label and value pairs as two columns; a label too wide for its column has its value below. */
export function columns(
  rows: readonly (readonly [label: string, value: string])[],
  width: number,
  indent: string,
): string {
  const widest = Math.max(0, ...rows.map(([label]) => stringWidth(label)));
  const column = Math.min(widest, Math.floor(width * LABEL_SHARE));
  const margin = ' '.repeat(stringWidth(indent) + column + 2);
  return rows
    .map(([label, value]) => {
      const padding = column - stringWidth(label);
      if (padding < 0) return `${indent}${label}\n${hanging(value, width, margin)}`;
      return hanging(value, width, `${indent}${label}${' '.repeat(padding + 2)}`, margin);
    })
    .join('\n');
}

const LABEL_SHARE = 0.4;
