/** The words in which two databases differ when tables are made. */
export interface ColumnWords {
  /** A whole number of 53 bits. */
  readonly big: string;
  readonly bytes: string;
  /** What follows the closing parenthesis of a table. */
  readonly strict: string;
}

/** One step forward of the schema: its statements, in order. Never changed once released; there is no way back. */
export type Ddl = (words: ColumnWords) => readonly string[];
