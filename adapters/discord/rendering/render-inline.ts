import { citationMark, spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../../src/chat/reply.ts';
import { escapeInside, escapeLineStarts, escapeMarkdown } from './escape-markdown.ts';

/** Beyond these a link is shown as text, which can be cut: no browser or chat is sure to follow it anyway. */
const LONGEST_ADDRESS = 1_500;
const LONGEST_LINK_TEXT = 500;

/** Spans with every link that Discord could not follow as text, neighbours of one kind as one, no white space first. */
export function renderable(content: Inline): Inline {
  const spans: Span[] = [];
  for (const span of content.map(linkOrText)) {
    const last = spans.at(-1);
    // Two emphases side by side would show their stars; a number and its point would make a list.
    if ((span.kind === 'strong' || span.kind === 'text') && last?.kind === span.kind) {
      spans[spans.length - 1] = { kind: span.kind, text: last.text + span.text };
    } else spans.push(span);
  }
  return spans.map((span, index) =>
    index === 0 && (span.kind === 'text' || span.kind === 'strong')
      ? { kind: span.kind, text: span.text.trimStart() }
      : span,
  );
}

/** Renderable spans as Discord's Markdown. What a reader sees of it is their plain text, but for a link's address. */
export function renderInline(content: Inline): string {
  return escapeLineStarts(content.map(renderSpan).join(''));
}

/** The same without line breaks, for a heading, a list's item or a row. */
export function renderLine(content: Inline): string {
  return renderInline(content)
    .replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ')
    .trim();
}

function linkOrText(span: Span): Span {
  const text: Span = { kind: 'text', text: spanText(span) };
  if (span.kind === 'citation') return addressOf(span.href) ? span : text;
  if (span.kind !== 'link') return span;
  const address = addressOf(span.href);
  // Brackets in a link's text may be taken for its end.
  if (address === undefined || span.text.trim() === '' || /[[\]]/.test(span.text)) return text;
  // An address that reads otherwise than where it leads would be taken for a trap.
  if (span.text === span.href) return address === span.href ? span : text;
  return span.text.length <= LONGEST_LINK_TEXT ? span : text;
}

function renderSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeInside(span.text);
    case 'strong':
      return strong(span.text);
    case 'citation':
      // Brackets inside a link's text are shown when they are a pair.
      return `[${citationMark(span.cited)}](<${addressOf(span.href)}>)`;
    case 'time':
      return `<t:${Math.floor(span.instant / 1000)}:f>`;
    case 'link': {
      const address = addressOf(span.href);
      return span.text === span.href ? `<${address}>` : `[${linkText(span.text)}](<${address}>)`;
    }
    default:
      return span satisfies never;
  }
}

/** Inside emphasis a line begins anew, for headings too. Emphasis holds only around words: white space at its edges goes outside, and each line has its own. */
function strong(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (words === '') return line;
      const at = line.indexOf(words);
      return `${line.slice(0, at)}**${escapeMarkdown(words)}**${line.slice(at + words.length)}`;
    })
    .join('\n');
}

function linkText(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' '));
}

/** An address that a link can hold: http or https, without a sign that would end the link early. */
function addressOf(href: string | undefined): string | undefined {
  if (href === undefined || href.length > LONGEST_ADDRESS) return undefined;
  if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return undefined;
  const address = href.replace(/[\s<>()\\[\]"'`\p{C}]/gu, percentEncoded);
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}

/** `encodeURIComponent` leaves some signs that mean something to Markdown. */
function percentEncoded(sign: string): string {
  return encodeURIComponent(sign.toWellFormed()).replace(
    /[()']/g,
    (left) => `%${left.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
