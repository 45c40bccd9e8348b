/** One thing `backstory doctor` found, in words; what is wrong comes with how to mend it. */
export interface Finding {
  /** A `problem` keeps something from working at all; a `warning` does so for some, or will. */
  readonly level: 'fine' | 'warning' | 'problem';
  readonly what: string;
}
