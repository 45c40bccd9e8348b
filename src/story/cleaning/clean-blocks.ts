import type { Repair } from '../article.ts';
import type { Block } from '../block.ts';
import type { CleanParagraph } from '../build-article.ts';
import type { LineIndex } from '../line-index.ts';
import { breakGlued, breakLines } from './break-lines.ts';
import { decodeMojibake } from './decode-mojibake.ts';
import { findCuts } from './find-cuts.ts';
import { moveQuoteMarks } from './move-quote-marks.ts';
import { normaliseText } from './normalise-text.ts';
import { removeBoilerplate } from './remove-boilerplate.ts';
import type { Report } from './report.ts';

/**
 * Cleans a document by rule: it deletes, normalises and decodes characters, parts paragraphs and moves quote
 * marks to a paragraph's edge; it never adds, removes or alters a word inside a sentence it keeps.
 */
export function cleanBlocks(
  blocks: readonly Block[],
  title: string | undefined,
  lines: LineIndex,
): { paragraphs: CleanParagraph[]; repairs: Repair[] } {
  const found: (Repair & { readonly at: number })[] = [];
  const report: Report = (kind, at, note) => found.push({ kind, line: lines.lineAt(at), note, at });
  const readable = blocks.map((block) => makeReadable(block, report)).filter(({ text }) => text.text !== '');
  const parted = readable.flatMap((block) => breakLines(block, readable.length === 1, report));
  const whole = breakGlued(parted, report);
  const kept = removeBoilerplate(whole, title, report);
  const paragraphs = findCuts(moveQuoteMarks(kept, report)).filter(({ text }) => text.text !== '');
  const repairs = found.sort((a, b) => a.at - b.at).map(({ at: _at, ...repair }) => repair);
  return { paragraphs, repairs };
}

function makeReadable(block: Block, report: Report): Block {
  const { text, pairs } = decodeMojibake(block.text);
  const [first] = pairs;
  if (first) {
    const times = pairs.length > 1 ? `, and ${pairs.length - 1} more` : '';
    report('mojibake-decoded', block.text.origin[0] ?? 0, `“${first[0]}” read as “${first[1]}”${times}`);
  }
  return { ...block, text: normaliseText(text) };
}
