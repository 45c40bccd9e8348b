import { styleText } from 'node:util';

/** Emphasis for a terminal; without colour all but the short answer are the words alone. */
export interface Paint {
  /** The short answer within the sentence that gives it: what a reader looks for, so it shows without colour too. */
  answer(words: string): string;
  heading(words: string): string;
  strong(words: string): string;
  warning(words: string): string;
  faint(words: string): string;
  pick(words: string): string;
}

/** @param colour whether the output is a terminal that wants colour; see `wantsColour` */
export function createPaint(colour: boolean): Paint {
  const style = (format: Parameters<typeof styleText>[0]) => (words: string) =>
    colour ? styleText(format, words, { validateStream: false }) : words;
  return {
    answer: colour ? style('bold') : (words) => `*${words}*`,
    heading: style(['bold', 'underline']),
    strong: style('bold'),
    warning: style(['bold', 'yellow']),
    faint: style('dim'),
    pick: style('cyan'),
  };
}

/** True for a terminal, unless NO_COLOR is set (https://no-color.org) or it is a dumb one. */
export function wantsColour(
  output: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return output.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
