import { type SentenceSpan, splitSentences } from '../language/sentences.ts';
import type { Article, Paragraph, Repair, Sentence, Slug } from './article.ts';
import type { FrontMatter } from './front-matter.ts';
import type { MappedText } from './mapped-text.ts';

/** A paragraph after cleaning, on one line. */
export interface CleanParagraph {
  readonly text: MappedText;
  /** Its first or last sentence is cut in the source. */
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** Numbers, places and joins the cleaned paragraphs of a document. */
export function buildArticle(
  identity: { readonly slug: Slug; readonly title: string },
  frontMatter: FrontMatter,
  paragraphs: readonly CleanParagraph[],
  raw: string,
  repairs: readonly Repair[],
): Article {
  const body = paragraphs.map((paragraph) => paragraph.text.text).join('\n\n');
  const origin = joinOrigins(paragraphs);
  const placed: Paragraph[] = [];
  let start = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    placed.push(placeParagraph(index + 1, start, paragraph));
    start += paragraph.text.text.length + 2;
  }
  const { title: _title, slug: _slug, ...rest } = frontMatter;
  return {
    ...identity,
    ...rest,
    headline: headlineOf(identity.title, frontMatter.standfirst),
    body,
    paragraphs: placed,
    raw,
    repairs,
    rawOffset: (offset) => origin[Math.max(0, Math.min(Math.trunc(offset) || 0, origin.length - 1))] ?? 0,
  };
}

/** One raw position for each character of the body, and one more for its end. */
function joinOrigins(paragraphs: readonly CleanParagraph[]): number[] {
  const origin: number[] = [];
  for (const { text } of paragraphs) {
    const after = (origin.at(-1) ?? -1) + 1;
    if (origin.length > 0) origin.push(after, after);
    for (const at of text.origin) origin.push(at);
  }
  origin.push((origin.at(-1) ?? -1) + 1);
  return origin;
}

function placeParagraph(
  number: number,
  start: number,
  { text: { text }, cutStart, cutEnd }: CleanParagraph,
): Paragraph {
  const spans = splitSentences(text);
  const sentences = spans.map((span, index) => {
    const sentence = placeSentence(number, start, text, index, span);
    if (cutStart && index === 0) return { ...sentence, damaged: 'start' as const };
    if (cutEnd && index === spans.length - 1) return { ...sentence, damaged: 'end' as const };
    return sentence;
  });
  return { number, start, end: start + text.length, text, sentences };
}

function placeSentence(
  paragraph: number,
  start: number,
  text: string,
  index: number,
  span: SentenceSpan,
): Sentence {
  return {
    paragraph,
    sentence: index + 1,
    start: start + span.start,
    end: start + span.end,
    text: text.slice(span.start, span.end),
  };
}

/** Paragraph 0: the title as one sentence, whatever marks it holds, then those of the standfirst. */
function headlineOf(title: string, standfirst: string | undefined): Paragraph {
  const text = standfirst === undefined ? title : `${title}\n\n${standfirst}`;
  const after = title.length + 2;
  const spans = standfirst === undefined ? [] : splitSentences(standfirst);
  const moved = spans.map((span) => ({ start: span.start + after, end: span.end + after }));
  const sentences = [{ start: 0, end: title.length }, ...moved];
  return {
    number: 0,
    start: 0,
    end: text.length,
    text,
    sentences: sentences.map((span, index) => placeSentence(0, 0, text, index, span)),
  };
}
