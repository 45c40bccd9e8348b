import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchStory, benchStory, someQuestions } from './bench-story.ts';
import type { Row, Section } from './report.ts';
import { summarise } from './stopwatch.ts';

/** What `memory-process.ts` prints: resident memory in MB and first times in ms. */
export interface Footprint {
  /** After the libraries are loaded. */
  readonly loaded: number;
  /** The most it ever was. */
  readonly peak: number;
  readonly firstIndex: number;
  readonly firstQuestion: number;
}

const NAMES = ['Node alone', 'MiniSearch', 'natural TfIdf', 'Backstory'];
const SIZES = [40, 1000];
const QUESTIONS = 100;
const FIGURES: readonly (keyof Footprint)[] = ['loaded', 'peak', 'firstIndex', 'firstQuestion'];

/** Each contestant alone in fresh processes: what it weighs, and how long the first of everything takes. */
export const memorySection: Section = {
  name: 'memory',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
    try {
      const measured = SIZES.map((size) =>
        measure(folder, someQuestions(benchStory(size, 0), QUESTIONS), quick ? 1 : 3),
      );
      const tables = measured.map((rows, i) => ({
        title: `A fresh process each, a story of ${shown(SIZES[i])} sentences and up to ${QUESTIONS} questions`,
        columns: ['loaded MB', 'peak MB', 'first index ms', 'first question ms'],
        rows,
      }));
      const goals = measured.map((rows, i) => ({
        what: `memory of the engine on ${shown(SIZES[i])} sentences, peak`,
        measured: rows.find(({ name }) => name === 'Backstory')?.cells[1] ?? Number.NaN,
        atMost: 250,
        unit: 'MB',
      }));
      return { tables, goals };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const shown = (count: number | undefined): string => count?.toLocaleString('en') ?? '';

function measure(folder: string, story: BenchStory, rounds: number): Row[] {
  const file = join(folder, `${story.sentences.length}.json`);
  writeFileSync(file, JSON.stringify(story));
  const all = new Map<string, Footprint[]>(NAMES.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of NAMES) all.get(name)?.push(footprint(name, file));
  return [...all].map(([name, prints]) => ({
    name,
    cells: FIGURES.map((figure) => summarise(prints.map((print) => print[figure])).median),
  }));
}

function footprint(name: string, file: string): Footprint {
  const script = join(import.meta.dirname, 'memory-process.ts');
  const run = spawnSync(process.execPath, [script, name, file], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`measuring ${name} failed: ${run.stderr.slice(-500)}`);
  return JSON.parse(run.stdout);
}
