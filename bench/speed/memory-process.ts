/**
 * Loads one contestant alone, reads a story, asks all its questions, and prints what that took: the first time
 * of each step and the process's memory after it. `memory-section.ts` runs it, a fresh process for each.
 *
 *   node bench/speed/memory-process.ts <contestant> <story.json>
 */
import { readFileSync } from 'node:fs';
import type { BenchStory } from './bench-story.ts';
import type { Contestant } from './contestants/contestant.ts';
import type { Footprint } from './memory-section.ts';
import { time } from './stopwatch.ts';

const [name = '', file = ''] = process.argv.slice(2);
const story: BenchStory = JSON.parse(readFileSync(file, 'utf8'));
const contestant = await load(name);
const loaded = megabytes(process.memoryUsage.rss());
const index = time(() => contestant.index(story));
const [first] = story.questions;
const question = time(() => first && index.result(first));
for (const one of story.questions) index.result(one);
const footprint: Footprint = {
  loaded,
  peak: megabytes(process.resourceUsage().maxRSS * 1024),
  firstIndex: index.took,
  firstQuestion: question.took,
};
console.log(JSON.stringify(footprint));

/** Only what is measured is loaded. */
async function load(name: string): Promise<Contestant> {
  switch (name) {
    case 'Backstory':
      return (await import('./contestants/backstory.ts')).backstory;
    case 'MiniSearch':
      return (await import('./contestants/minisearch.ts')).miniSearch;
    case 'natural TfIdf':
      return (await import('./contestants/natural-tfidf.ts')).naturalTfIdf;
    case 'Node alone':
      return { name, index: () => () => undefined };
    default:
      throw new Error(`nobody is called ${name}`);
  }
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}
