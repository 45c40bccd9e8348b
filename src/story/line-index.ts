/** Tells the line, from 1, of a position in a text, in logarithmic time. */
export interface LineIndex {
  lineAt(offset: number): number;
}

/** Reads a text's line starts once; `\n`, `\r\n` and a lone `\r` end a line. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return {
    lineAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}
