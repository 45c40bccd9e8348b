import type { QuotedSpan } from './quoted-spans.ts';
import type { Attributed, Reading } from './reading.ts';

/** A quote with no words of its own around it goes on where the one before it stopped. */
export function continueFrom(reading: Reading, here: Attributed, previous: Attributed | undefined): void {
  if (previous === undefined) return;
  const { body } = reading.text;
  const between = body.slice(previous.span.outerEnd, here.span.outerStart);
  const near = here.span.paragraph - previous.span.paragraph <= 1;
  const broken = /\n/.test(between);
  const whole = isWholeParagraph(reading, here.span);
  if (!near || previous.speaker === undefined) return;
  const sameSentence = !broken && previous.last === here.first;
  const attribution = previous.last.end - previous.span.outerEnd > 2 || previous.cue === undefined;
  const adjacent =
    !broken && between.length < 160 && !/[.?!]["”’]?\s+[\p{Lu}“"][^“"]*[.?!]\s*$/u.test(between);
  if (
    sameSentence ||
    (adjacent && attribution && opensSentence(here)) ||
    here.span.continues ||
    (broken && whole && followsQuote(reading, previous))
  ) {
    here.speaker = previous.speaker;
    here.continued = true;
  }
}

/** Whether the quote stands at its sentence's beginning. */
export function opensSentence({ span, first }: Attributed): boolean {
  return span.outerStart - first.start <= 1;
}

function isWholeParagraph(reading: Reading, span: QuotedSpan): boolean {
  const paragraph = reading.text.paragraphs.find(({ start, end }) => start <= span.start && span.start < end);
  if (paragraph === undefined) return false;
  return span.outerStart - paragraph.start <= 1 && paragraph.end - span.outerEnd <= 1;
}

/** Whether the paragraph of the previous quote ends with it or its attribution. */
function followsQuote(reading: Reading, previous: Attributed): boolean {
  const paragraph = reading.text.paragraphs.find(
    ({ start, end }) => start <= previous.span.end && previous.span.end <= end,
  );
  return paragraph !== undefined && previous.last === paragraph.sentences.at(-1);
}

/** “A.” “B,” she said: the first is hers too. */
export function attributeBackwards(reading: Reading, found: readonly Attributed[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const here = found[i];
    const next = found[i + 1];
    if (here === undefined || next === undefined || here.speaker !== undefined || here.cue !== undefined)
      continue;
    const between = reading.text.body.slice(here.span.outerEnd, next.span.outerStart);
    if (
      next.speaker !== undefined &&
      between.trim() === '' &&
      !between.includes('\n') &&
      opensSentence(here)
    ) {
      here.speaker = next.speaker;
      here.continued = true;
    }
  }
}
