import type { Article, Cited, Paragraph, Sentence } from '../story/article.ts';
import type { Inline, Span } from './reply.ts';
import { linkToPassage } from './text-fragment.ts';
import { wording } from './wording.ts';

/** The paragraph a citation points into; ¶0 is the headline. */
export function paragraphOf(article: Article, number: number): Paragraph | undefined {
  return number === 0 ? article.headline : article.paragraphs[number - 1];
}

/** The whole sentence a citation points into. */
export function sentenceOf(article: Article, cited: Cited): Sentence | undefined {
  return paragraphOf(article, cited.paragraph)?.sentences[cited.sentence - 1];
}

/** The [¶5] of a citation, linked to its sentence on the source's page when the story has an address. */
export function citation(article: Article, cited: Cited): Span {
  if (article.url === undefined) return { kind: 'citation', cited };
  const sentence = sentenceOf(article, cited);
  const href = linkToPassage(article.url, cited.paragraph === 0 ? '' : wholeWords(sentence ?? cited));
  return { kind: 'citation', cited, href };
}

/**
 * The story's words and their citation. A sentence cut in the source is marked where it is cut.
 * @param strong a part of `cited` that must stand out: the short answer
 */
export function citedWords(article: Article, cited: Cited, strong?: Cited): Inline {
  return [...markedWords(cited, strong), text(' '), citation(article, cited)];
}

/** The words alone, cut marks and the short answer's emphasis included. */
export function markedWords(cited: Cited, strong?: Cited): Inline {
  const spans: Span[] = [];
  if (cited.damaged === 'start') spans.push(text(`${wording.cutMark} `));
  spans.push(...emphasised(cited, strong));
  if (cited.damaged === 'end') spans.push(text(` ${wording.cutMark}`));
  return spans;
}

/** A span of plain text. */
export function text(words: string): Span {
  return { kind: 'text', text: words };
}

function emphasised(cited: Cited, strong: Cited | undefined): readonly Span[] {
  if (strong === undefined || strong.paragraph !== cited.paragraph) return [text(cited.text)];
  const from = strong.start - cited.start;
  const to = strong.end - cited.start;
  const inside = from >= 0 && to <= cited.text.length && cited.text.slice(from, to) === strong.text;
  // Emphasis on the whole sentence says nothing.
  if (!inside || strong.text === '' || strong.text.length === cited.text.length) return [text(cited.text)];
  const spans: Span[] = [
    text(cited.text.slice(0, from)),
    { kind: 'strong', text: strong.text },
    text(cited.text.slice(to)),
  ];
  return spans.filter((span) => span.kind === 'strong' || (span.kind === 'text' && span.text !== ''));
}

/** A browser looks for whole words: half a word at a cut edge would never be found. */
function wholeWords(cited: Pick<Cited, 'text' | 'damaged'>): string {
  if (cited.damaged === 'start') return cited.text.replace(/^\S+\s*/u, '');
  if (cited.damaged === 'end') return cited.text.replace(/\s*\S+$/u, '');
  return cited.text;
}
