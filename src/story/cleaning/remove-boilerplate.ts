import type { Block } from '../block.ts';
import { findBoilerplate, isLinkOnly, isListHead } from './boilerplate.ts';
import { excerpt, type Report } from './report.ts';

/** How many paragraphs at either end are near enough to hold a byline or a credit. */
const EDGE = 4;
const LONGEST_HEADLINE = 160;

/**
 * Takes out what belongs to the page and not to the story: labels, appeals, notices, captions, bylines, links
 * to other stories and the headlines listed under "Related", and the headline given a second time.
 */
export function removeBoilerplate(
  blocks: readonly Block[],
  title: string | undefined,
  report: Report,
): Block[] {
  const names = blocks.map((block, index) => {
    if (block.kind === 'caption') return 'a caption or credit';
    if (index < EDGE && isTitle(block, title)) return 'the headline again';
    const atEdge = index < EDGE || index >= blocks.length - EDGE;
    return findBoilerplate({
      text: block.text.text,
      linked: block.linked,
      atEdge,
      heading: block.kind === 'heading',
    });
  });
  for (const [index, block] of blocks.entries())
    if (names[index] !== undefined && isListHead(block.text.text)) nameListed(blocks, index + 1, names);
  return blocks.filter((block, index) => {
    const name = names[index];
    if (name !== undefined)
      report('boilerplate-removed', block.text.origin[0] ?? 0, `${name}: “${excerpt(block.text.text)}”`);
    return name === undefined;
  });
}

/** Under such a head, linked lines and list items go; other headlines only when nothing but headlines follows. */
function nameListed(blocks: readonly Block[], from: number, names: (string | undefined)[]): void {
  const rest = blocks.slice(from);
  const tail = rest.every((block, index) => names[from + index] !== undefined || isHeadline(block));
  for (const [index, block] of rest.entries()) {
    const listed =
      isHeadline(block) &&
      (tail || block.kind === 'item' || isLinkOnly({ text: block.text.text, linked: block.linked }));
    if (!listed && names[from + index] === undefined) return;
    names[from + index] ??= 'a link to another story';
  }
}

function isHeadline({ text: { text } }: Block): boolean {
  return (
    text.length <= LONGEST_HEADLINE && !/[.!…]["”’)]*$/.test(text) && !/[.!?]["”’]? ["“‘]?\p{Lu}/u.test(text)
  );
}

function isTitle(block: Block, title: string | undefined): boolean {
  return title !== undefined && letters(block.text.text) === letters(title);
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
