import { stem } from '../../src/language/stem.ts';
import { isStopWord } from '../../src/language/stop-words.ts';
import { tokenize } from '../../src/language/tokens.ts';

/**
 * Compiles `concepts.txt`: comments go, every word becomes its stem, and a single word that carries grammar
 * only is left out, as it would be met everywhere.
 * @returns one concept a string, its phrases parted by commas, the stems of a phrase by blanks
 */
export function compileConcepts(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [...new Set(line.split(',').flatMap(phraseOf))].join(','))
    .filter((line) => line.includes(','));
}

function phraseOf(text: string): string[] {
  const words = tokenize(text.trim())
    .filter(({ kind }) => kind !== 'mark')
    .map(({ lower }) => lower);
  const [only = ''] = words;
  if (words.length === 0 || (words.length === 1 && isStopWord(only))) return [];
  return [words.map(stemOf).join(' ')];
}

/** As the story's words are stemmed: dotted abbreviations without their dots. */
function stemOf(lower: string): string {
  return /^\d/.test(lower) ? lower : stem(lower.replaceAll('.', '') || lower);
}
