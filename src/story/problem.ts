import type { Problem } from './article.ts';

/** Something that keeps a story from being used. Line 0 speaks of the whole file. */
export function fault(file: string, line: number, what: string, remedy: string): Problem {
  return { severity: 'error', file, line, what, remedy };
}

/** Something an editor should look at; the story is used all the same. */
export function warning(file: string, line: number, what: string, remedy: string): Problem {
  return { severity: 'warning', file, line, what, remedy };
}

/** One line: `file:line: what, and how to mend it`. */
export function formatProblem(problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  const kind = problem.severity === 'warning' ? 'warning: ' : '';
  return `${place}: ${kind}${problem.what}: ${problem.remedy}`.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
