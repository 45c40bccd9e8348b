import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../src/language/sentences.ts';

/** A story of a given size with the questions asked of it. */
export interface BenchStory {
  /** The story's file as an editor writes it. */
  readonly markdown: string;
  /** Its body's sentences: what the peers index, who have no splitter of their own. */
  readonly sentences: readonly string[];
  readonly questions: readonly BenchQuestion[];
}

export interface BenchQuestion {
  readonly id: string;
  readonly question: string;
  /** The id of an earlier question that this one follows. */
  readonly follows?: string;
}

interface Source {
  readonly head: string;
  readonly paragraphs: readonly string[];
  readonly questions: readonly BenchQuestion[];
}

const folder = join(import.meta.dirname, '../training');
let sources: readonly Source[] | undefined;

function readSources(): readonly Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name.replace(/\.jsonl$/, '.md')), 'utf8');
      const [, head = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
      return {
        head,
        paragraphs: body.trim().split(/\n\s*\n/),
        questions: lines.map((line): BenchQuestion => JSON.parse(line)),
      };
    });
}

/**
 * A story of exactly so many sentences: the training story of that number, those after it joined on until it
 * is long enough, the last paragraph cut. Its questions are all those of the stories it is made of.
 * @param number which training story it begins with, counted round
 */
export function benchStory(sentences: number, number: number): BenchStory {
  sources ??= readSources();
  const kept: string[][] = [];
  const questions: BenchQuestion[] = [];
  let missing = sentences;
  for (let i = 0; missing > 0 && i < sources.length; i++) {
    const source = sources[(number + i) % sources.length];
    if (!source) break;
    questions.push(...source.questions);
    for (const text of source.paragraphs) {
      if (missing === 0) break;
      const found = splitSentences(text).slice(0, missing);
      missing -= found.length;
      kept.push(found.map(({ start, end }) => text.slice(start, end)));
    }
  }
  if (missing > 0) throw new Error(`the training stories have ${missing} sentences too few for ${sentences}`);
  const head = sources[number % sources.length]?.head ?? '';
  const body = kept.map((paragraph) => paragraph.join(' ')).join('\n\n');
  return { markdown: `${head}\n${body}\n`, sentences: kept.flat(), questions };
}

/** Stories of one size, no two beginning alike. */
export function storiesOf(sentences: number, count: number, from: number): readonly BenchStory[] {
  const apart = Math.max(1, Math.ceil(sentences / 20));
  return Array.from({ length: count }, (_, i) => benchStory(sentences, from + i * apart));
}

/** The same story with so many of its questions at most, taken evenly; a follow-up may lose what it follows. */
export function someQuestions(story: BenchStory, most: number): BenchStory {
  const every = Math.ceil(story.questions.length / most);
  return { ...story, questions: story.questions.filter((_, i) => i % every === 0) };
}
