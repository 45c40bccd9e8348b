import type { RootContent } from 'mdast';
import { decodeEntity, ENTITY } from './entities.ts';
import { joinMapped, type MappedText, mapFrom } from './mapped-text.ts';

/** The text of a paragraph without its Markdown marks. */
export interface Inline {
  readonly text: MappedText;
  /** How much of it is inside links, 0..1. */
  readonly linked: number;
}

/**
 * Flattens the nodes inside a paragraph to text. Images and footnote marks go; emphasis marks go unless they
 * stand inside a word ("f**k and s**t"), where taking them away would alter it.
 * @param body what the nodes' offsets point into
 * @param start where `body` begins in the raw text
 */
export function readInline(nodes: readonly RootContent[], body: string, start: number): Inline {
  const parts: MappedText[] = [];
  let linked = 0;
  const slice = (from: number, to: number) => mapFrom(body.slice(from, to), start + from);
  const read = (node: RootContent, inLink: boolean): void => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    if (node.type === 'text' || node.type === 'inlineCode') {
      const part = align(node.value, body, from, to, start);
      if (inLink) linked += part.text.length;
      parts.push(part);
    } else if (node.type === 'break') {
      parts.push({ text: '\n', origin: [start + from] });
    } else if ('children' in node) {
      const children: readonly RootContent[] = node.children;
      const keep = node.type !== 'link' && node.type !== 'linkReference' && isInsideWord(body, from, to);
      const inner = keep
        ? { from: children[0]?.position?.start.offset, to: children.at(-1)?.position?.end.offset }
        : {};
      if (inner.from !== undefined) parts.push(slice(from, inner.from));
      for (const child of children)
        read(child, inLink || node.type === 'link' || node.type === 'linkReference');
      if (inner.to !== undefined) parts.push(slice(inner.to, to));
    }
  };
  for (const node of nodes) read(node, false);
  const text = joinMapped(parts);
  return { text, linked: text.text.length === 0 ? 0 : linked / text.text.length };
}

function isInsideWord(body: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}]/u.test(body[from - 1] ?? '') || /[\p{L}\p{N}]/u.test(body[to] ?? '');
}

/** Finds the source of each character of a text node, whose escapes, entities and indents are already resolved. */
function align(value: string, body: string, from: number, to: number, start: number): MappedText {
  if (body.slice(from, to) === value) return mapFrom(value, start + from);
  const origin: number[] = [];
  let at = from;
  while (origin.length < value.length) {
    const entity = body[at] === '&' ? matchEntity(value, origin.length, body, at) : undefined;
    if (entity) {
      for (let unit = 0; unit < entity.units; unit++) origin.push(start + at);
      at += entity.length;
    } else if (at >= to || body[at] === value[origin.length]) {
      origin.push(start + Math.min(at, Math.max(from, to - 1)));
      at++;
    } else at++;
  }
  return { text: value, origin };
}

const AT_START = new RegExp(`^${ENTITY.source}`, 'i');

/**
 * The entity at a place of the source, when the value has its character there and not its name: how long it is and
 * how many units it became. Those that `decodeEntity` does not know are told by what follows them.
 */
function matchEntity(
  value: string,
  index: number,
  body: string,
  at: number,
): { length: number; units: number } | undefined {
  const source = AT_START.exec(body.slice(at, at + 40))?.[0];
  if (source === undefined || value.startsWith(source, index)) return undefined;
  const known = decodeEntity(source);
  if (known !== undefined && value.startsWith(known, index))
    return { length: source.length, units: known.length };
  const next = body[at + source.length];
  const units = next === undefined || value[index + 1] === next ? 1 : value[index + 2] === next ? 2 : 1;
  return { length: source.length, units: Math.min(units, value.length - index) };
}
