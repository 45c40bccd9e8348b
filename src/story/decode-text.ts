import type { Problem } from './article.ts';
import { fault } from './problem.ts';

/** Larger than any article; what the Markdown parser is ever given, so that its work is bounded. */
const LARGEST_TEXT = 500_000;
/** A saved page carries its scripts and styles with it. */
export const LARGEST_PAGE = 4_000_000;

/** Reads a file's bytes as the UTF-8 text a story must be, or says why they are not. */
export function decodeText(
  bytes: Uint8Array | string,
  file: string,
): { text: string } | { problem: Problem } {
  if (bytes.length > largest(file)) return { problem: tooLarge(file, bytes.length) };
  if (typeof bytes === 'string') return checkText(bytes.toWellFormed(), file);
  const kind = knownBinary(bytes);
  if (kind)
    return { problem: fault(file, 0, `this is ${kind}`, 'save the article as plain text, Markdown or HTML') };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { problem: fault(file, 1, 'the text is UTF-16', 'save it as UTF-8') };
  try {
    return checkText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), file);
  } catch {
    const line = badLine(bytes);
    if (bytes.includes(0)) return { problem: binary(file, line) };
    return { problem: fault(file, line, 'the text is not UTF-8', 'save it as UTF-8') };
  }
}

/** Says that a file of `size` bytes is larger than a story of its kind may be. */
export function tooLarge(file: string, size: number): Problem {
  const what = `${(size / 1_000_000).toFixed(1)} MB is too large for a story`;
  return fault(file, 0, what, `cut it to one article of at most ${largest(file) / 1_000_000} MB`);
}

const largest = (file: string): number => (/\.html?$/i.test(file) ? LARGEST_PAGE : LARGEST_TEXT);

function checkText(text: string, file: string): { text: string } | { problem: Problem } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const control = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
  const nul = text.indexOf('\0');
  const count = text.match(control)?.length ?? 0;
  if (nul < 0 && count * 50 <= text.length) return { text };
  const at = nul >= 0 ? nul : text.search(control);
  return { problem: binary(file, text.slice(0, at).split('\n').length) };
}

function binary(file: string, line: number): Problem {
  return fault(file, line, 'this is not text', 'save the article as plain text, Markdown or HTML');
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zipped document (.docx, .odt or .zip)'],
  ['\x89PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['{\\rtf', 'a rich-text document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x1f\x8b', 'a compressed file'],
];

function knownBinary(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
}

/** The line of the first bytes that are not UTF-8. */
function badLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const text = lenient.slice(0, Math.max(0, lenient.indexOf('\ufffd')));
  return text.split('\n').length;
}
