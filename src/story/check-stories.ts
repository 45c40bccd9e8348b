import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Article, type Problem, sentencesOf } from './article.ts';
import { clash } from './library.ts';
import { indexLines } from './line-index.ts';
import { fault, warning } from './problem.ts';
import { isStoryFile, readStoryFile } from './read-story-file.ts';

export interface StoryPath {
  /** Where it is. */
  readonly path: string;
  /** How to name it. */
  readonly shown: string;
}

/**
 * Lints stories: what keeps one from being used is an error, what an editor should look at a warning. A folder
 * stands for the stories in it. Two of the stories given with one slug are an error.
 */
export function checkStories(paths: readonly StoryPath[]): Problem[] {
  const owners = new Map<string, string>();
  return paths.flatMap(expandFolder).flatMap((given) => {
    if ('severity' in given) return [given];
    const { article, problems } = readStoryFile(given.path, given.shown);
    if (!article) return problems;
    const owner = owners.get(article.slug);
    const taken = owner === undefined ? [] : [clash(given.shown, article.slug, basename(owner), article.raw)];
    if (owner === undefined) owners.set(article.slug, given.shown);
    const found = [...problems, ...taken, ...checkArticle(article, given.shown)];
    return found.sort((a, b) => a.line - b.line);
  });
}

function expandFolder(given: StoryPath): (StoryPath | Problem)[] {
  if (!statSync(given.path, { throwIfNoEntry: false })?.isDirectory()) return [given];
  const names = readdirSync(given.path).filter(isStoryFile).sort();
  if (names.length === 0) return [fault(given.shown, 0, 'the folder holds no story', 'put a .md file in it')];
  return names.map((name) => ({ path: join(given.path, name), shown: join(given.shown, name) }));
}

/** Looks at what cleaning could not mend: words that are cut, characters that were lost. */
function checkArticle(article: Article, file: string): Problem[] {
  const { lineAt } = indexLines(article.raw);
  const cut = sentencesOf(article).flatMap(({ damaged, start, text }) => {
    const line = lineAt(article.rawOffset(start));
    if (damaged === 'start')
      return [warning(file, line, `the paragraph begins in the middle (“${head(text)}”)`, CUT)];
    if (damaged === 'end') return [warning(file, line, `the paragraph breaks off (“${tail(text)}”)`, CUT)];
    return [];
  });
  return [...cut, ...checkCharacters(article, file, lineAt)];
}

const CUT = 'restore the missing words from the source; until then it is marked and never in a summary';

function checkCharacters(article: Article, file: string, lineAt: (offset: number) => number): Problem[] {
  const lost = article.body.search(/\ufffd/);
  const garbled = article.body.search(/â€|Ã[\u0080-\u00bf©]|Â(?=\s|$)/);
  const problems: Problem[] = [];
  if (lost >= 0)
    problems.push(
      warning(
        file,
        lineAt(article.rawOffset(lost)),
        'a character was lost (�)',
        'type it anew from the source',
      ),
    );
  if (garbled >= 0)
    problems.push(
      warning(
        file,
        lineAt(article.rawOffset(garbled)),
        `the text is garbled (“${article.body.slice(garbled, garbled + 12)}”)`,
        'paste it anew from the source, as UTF-8',
      ),
    );
  return problems;
}

const head = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`);
const tail = (text: string): string => (text.length <= 40 ? text : `…${text.slice(-39).trimStart()}`);
