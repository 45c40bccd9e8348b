import { storiesOf } from './bench-story.ts';
import { backstory } from './contestants/backstory.ts';
import { miniSearch } from './contestants/minisearch.ts';
import {
  type Asking,
  CONTESTANTS,
  measureAsking,
  measureBriefing,
  measureIndexing,
  type Timings,
  warmUp,
} from './measure.ts';
import type { Goal, Row, Section, Table } from './report.ts';
import type { Timing } from './stopwatch.ts';

/** A usual news story. */
const SENTENCES = 40;
/** Of the issue: how many times stock MiniSearch a question may take at the most. */
const FLOOR = 25;
const COLUMNS = ['median ms', 'p99 ms', 'runs', '× MiniSearch'];

/** The engine on a story of usual length, beside stock MiniSearch and natural's TfIdf. */
export const engineSection: Section = {
  name: 'engine',
  async run({ quick }) {
    const stories = storiesOf(SENTENCES, quick ? 2 : 6, 0);
    warmUp(storiesOf(SENTENCES, quick ? 2 : 4, 20));
    const indexing = measureIndexing(stories, quick ? 5 : 20);
    const asking = measureAsking(stories, quick ? 3 : 10);
    const brief = measureBriefing(stories, quick ? 5 : 20);
    const tables = [
      table(`A story of ${SENTENCES} sentences to a ready index (peers are given its sentences)`, indexing),
      table('A question on it, asked for the first time', asking.first),
      table('The same questions over and over', asking.again),
      table('Each question at its best: without the noise of the machine', asking.best),
      {
        title: 'The full brief of it, once it is ready',
        columns: COLUMNS,
        rows: [row(backstory.name, brief)],
      },
    ];
    return { tables, goals: goals(indexing, asking, brief) };
  },
};

function table(title: string, timings: Timings): Table {
  const base = timings.get(miniSearch.name)?.median;
  const rows = CONTESTANTS.flatMap(({ name }) => {
    const timing = timings.get(name);
    return timing ? [row(name, timing, base)] : [];
  });
  return { title, columns: COLUMNS, rows };
}

function row(name: string, { median, p99, runs }: Timing, base?: number): Row {
  return { name, cells: [median, p99, runs, base && median / base] };
}

function goals(indexing: Timings, asking: Asking, brief: Timing): Goal[] {
  const of = (timings: Timings, name: string): Timing =>
    timings.get(name) ?? { median: Number.NaN, p99: Number.NaN, runs: 0 };
  const again = of(asking.again, backstory.name);
  const first = of(asking.first, backstory.name);
  const ratio = again.median / of(asking.again, miniSearch.name).median;
  return [
    { what: 'a question, median', measured: again.median, atMost: 1, unit: 'ms' },
    { what: 'a question, p99', measured: again.p99, atMost: 5, unit: 'ms' },
    { what: 'a question asked for the first time, median', measured: first.median, atMost: 1, unit: 'ms' },
    { what: 'a question asked for the first time, p99', measured: first.p99, atMost: 5, unit: 'ms' },
    { what: 'a question beside MiniSearch (the floor)', measured: ratio, atMost: FLOOR, unit: '×' },
    { what: 'story to ready index', measured: of(indexing, backstory.name).median, atMost: 30, unit: 'ms' },
    { what: 'brief after that', measured: brief.median, atMost: 40, unit: 'ms' },
  ];
}
