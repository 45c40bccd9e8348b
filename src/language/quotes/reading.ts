import type { Named } from '../names/read-names.ts';
import type { ReadableSentence, ReadableText } from '../names/readable-text.ts';
import type { Cue } from './attribution.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import type { Placed } from './subjects.ts';

/** A text taken apart for attributing its quotes. */
export interface Reading {
  readonly text: ReadableText;
  readonly sentences: readonly ReadableSentence[];
  readonly spans: readonly QuotedSpan[];
  readonly placed: ReadonlyMap<ReadableSentence, readonly Placed[]>;
  readonly people: readonly Named[];
}

/** A quote on the way to its speaker. */
export interface Attributed {
  readonly span: QuotedSpan;
  readonly first: ReadableSentence;
  readonly last: ReadableSentence;
  readonly cue: Cue | undefined;
  speaker: Named | undefined;
  continued: boolean;
}
