/**
 * A command that cannot do what was asked. Its lines are for the person: what is wrong and what to do, each
 * complete in itself.
 */
export class Failure extends Error {
  /** 1: the thing asked for failed; 2: wrong use. */
  readonly exitCode: 1 | 2;
  readonly lines: readonly string[];

  constructor(exitCode: 1 | 2, ...lines: readonly string[]) {
    super(lines.join('\n'));
    this.exitCode = exitCode;
    this.lines = lines;
  }
}

/** Wrong use: says what is wrong and where the right use is to be found. */
export function wrongUse(what: string): Failure {
  return new Failure(2, `backstory: ${what}; "backstory help" shows how`);
}

/** On one line, whatever it was made from: names and messages may hold anything. */
export function oneLine(message: string): string {
  return message.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
