/**
 * Text that a terminal shows and never obeys: control characters become their picture (␛ for ESC), line
 * breaks and tabs a space, marks that reorder or hide text U+FFFD. Everything a story says in earnest stays.
 */
export function safeText(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?|[\n\t\u2028\u2029]/g, ' ')
    .replace(CONTROLS, (control) => picture(control.codePointAt(0) ?? 0));
}

// C0 and C1 controls, bidirectional embeddings, overrides and isolates, the byte order mark, tag characters.
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this file is about
  /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e001f}]/gu;

function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
