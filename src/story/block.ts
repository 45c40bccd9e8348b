import type { MappedText } from './mapped-text.ts';

/** A piece of a document before cleaning: what a reader of one format hands on. Lines end with `\n`. */
export interface Block {
  readonly kind: 'prose' | 'heading' | 'item' | 'caption';
  readonly text: MappedText;
  /** How much of the text is inside links, 0..1: a line that is nothing but a link leads elsewhere. */
  readonly linked: number;
}
