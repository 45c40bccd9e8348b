import { splitSentences } from '../../language/sentences.ts';
import type { Block } from '../block.ts';
import { joinMapped, type MappedText, mapAt, sliceMapped, splitMapped } from '../mapped-text.ts';
import { findBoilerplate } from './boilerplate.ts';
import { excerpt, type Report } from './report.ts';

const CLOSED = /[.!?…:;]["”’'»)\]]*$/;

/**
 * Makes each block one line. Lines that were wrapped are joined by a space; lines that were paragraphs before
 * the blank lines between them were lost are parted again; lines of the page between them are taken out.
 * @param alone the block is the document's only one, so that its lines are likelier to be paragraphs
 */
export function breakLines(block: Block, alone: boolean, report: Report): Block[] {
  const lines = splitMapped(block.text, /\n/g).filter((line) => line.text !== '');
  if (lines.length <= 1) return lines.map((text) => ({ ...block, text }));
  return withoutPageLines(withoutStack(lines, report), report).flatMap((group) => {
    if (!areParagraphs(group, alone)) return [{ ...block, text: joinLines(group) }];
    for (const line of group.slice(1))
      report('paragraph-break-inserted', line.origin[0] ?? 0, `before “${excerpt(line.text)}”`);
    return group.map((text) => ({ ...block, text }));
  });
}

/**
 * Takes a stack of labels apart: lines pasted from beside the article ("Share", "Published", a date, a headline
 * of another story). Where a third of the lines are known to be the page's, what is no sentence goes with them.
 */
function withoutStack(lines: readonly MappedText[], report: Report): readonly MappedText[] {
  if (lines.some(({ text }) => text.length > LONGEST_LABEL)) return lines;
  const names = lines.map(({ text }) => findBoilerplate({ text, linked: 0, atEdge: true, heading: false }));
  if (names.filter(Boolean).length * 3 < lines.length) return lines;
  return lines.filter((line, index) => {
    const stays = names[index] === undefined && SENTENCE.test(line.text);
    const name = names[index] ?? 'a line among labels of the page';
    if (!stays) report('boilerplate-removed', line.origin[0] ?? 0, `${name}: “${excerpt(line.text)}”`);
    return stays;
  });
}

const LONGEST_LABEL = 120;
const SENTENCE = /[.!]["”’)]*$/;

function withoutPageLines(lines: readonly MappedText[], report: Report): MappedText[][] {
  const groups: MappedText[][] = [[]];
  let closed = true;
  for (const line of lines) {
    // A wrapped sentence may leave "share" or "Related" alone on a line: what goes on is no label.
    const label = { text: line.text, linked: 0, atEdge: false, heading: false };
    const name = closed && !isGoingOn(line.text) ? findBoilerplate(label) : undefined;
    if (name === undefined) {
      groups.at(-1)?.push(line);
      closed = CLOSED.test(line.text);
    } else {
      closed = true;
      report('boilerplate-removed', line.origin[0] ?? 0, `${name}: “${excerpt(line.text)}”`);
      groups.push([]);
    }
  }
  return groups.filter((group) => group.length > 0);
}

/** Begins with a small letter, as the rest of a sentence does; a button's name may. */
const isGoingOn = (text: string): boolean => /^\p{Ll}/u.test(text) && /[\s.,]/.test(text);

/** Wrapped lines end anywhere; paragraphs end with their sentences, and hold more than one here and there. */
function areParagraphs(lines: readonly MappedText[], alone: boolean): boolean {
  if (lines.length < 2) return false;
  const whole = lines
    .slice(0, -1)
    .every(({ text }, at) => CLOSED.test(text) || isHeading(text, lines[at + 1]?.text));
  if (!whole || lines.slice(1).some(({ text }) => /^\p{Ll}/u.test(text))) return false;
  const rich = lines.filter(({ text }) => splitSentences(text).length > 1).length;
  const length = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  return rich * 3 >= lines.length || (alone && lines.length > 2 && length >= 60);
}

function isHeading(text: string, next: string | undefined): boolean {
  return (
    text.length <= 60 &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    /^["“'‘]?\p{Lu}/u.test(next ?? '') &&
    !/[,–—-]$/.test(text)
  );
}

function joinLines(lines: readonly MappedText[]): MappedText {
  return joinMapped(
    lines.flatMap((line, index) => {
      const after = (lines[index - 1]?.origin.at(-1) ?? 0) + 1;
      return index === 0 ? [line] : [mapAt(' ', after), line];
    }),
  );
}

/** "…on Friday.The minister": where one paragraph was set against the next without even a space. */
const GLUED = /(?<=[\p{Ll}\d)]{2}[.!?]["”’]?)(?=[“"‘]?\p{Lu}[\p{Ll}’' ])/gu;
const NAME_AHEAD = /^(?:Com|Org|Net|Gov|Edu|Js|Io|Co|Uk|Tv|Ai|Info)\b/;
/** Fewer are slips of the pen, which the sentence splitter sees to. */
const FEWEST_GLUED = 3;

/** Parts paragraphs that lost even the space between them, when that happened throughout a document. */
export function breakGlued(blocks: readonly Block[], report: Report): Block[] {
  const places = blocks.map((block) => (block.kind === 'heading' ? [] : gluedPlaces(block.text.text)));
  if (places.reduce((sum, found) => sum + found.length, 0) < FEWEST_GLUED) return [...blocks];
  return blocks.flatMap((block, index) => {
    const cuts = [0, ...(places[index] ?? []), block.text.text.length];
    return cuts.slice(1).map((end, part) => {
      const text = sliceMapped(block.text, cuts[part] ?? 0, end);
      if (part > 0) report('paragraph-break-inserted', text.origin[0] ?? 0, `before “${excerpt(text.text)}”`);
      return { ...block, text };
    });
  });
}

function gluedPlaces(text: string): number[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(GLUED)) {
    const token = /\S{1,40}$/.exec(text.slice(Math.max(0, index - 40), index))?.[0] ?? '';
    if (!NAME_AHEAD.test(text.slice(index, index + 6)) && !/[@/]|www\./i.test(token)) places.push(index);
  }
  return places;
}
