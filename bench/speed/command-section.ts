import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchStory } from './bench-story.ts';
import type { Report, Section } from './report.ts';
import { summarise, time } from './stopwatch.ts';

const command = join(import.meta.dirname, '../../src/backstory.mjs');
const preload = pathToFileURL(join(import.meta.dirname, 'report-use.mjs')).href;

/** One process: ms on the clock, ms of processor time (other work on the machine matters less there), MB. */
interface Run {
  readonly took: number;
  readonly busy: number;
  readonly peak: number;
}

/** `backstory ask` and `backstory brief` as whole processes, from start to exit. */
export const commandSection: Section = {
  name: 'command',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'backstory-bench-'));
    try {
      const story = benchStory(40, 0);
      const file = join(folder, 'story.md');
      writeFileSync(file, story.markdown);
      const question = story.questions[0]?.question ?? '';
      const commands = new Map([
        ['Node alone', ['--eval', '0']],
        ['backstory ask', [command, 'ask', file, question, '--json']],
        ['backstory brief', [command, 'brief', file, '--json']],
      ]);
      return report(measure(commands, quick ? 3 : 10));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function measure(
  commands: ReadonlyMap<string, string[]>,
  rounds: number,
): ReadonlyMap<string, readonly Run[]> {
  const runs = new Map<string, Run[]>([...commands.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, words] of commands) runs.get(name)?.push(runOnce(name, words));
  return runs;
}

function runOnce(name: string, words: readonly string[]): Run {
  const { took, result } = time(() =>
    spawnSync(process.execPath, ['--import', preload, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    }),
  );
  if (result.status !== 0) throw new Error(`${name} failed: ${result.stderr.slice(-500)}`);
  const use: { peak: number; busy: number } = JSON.parse(result.output[3] ?? '');
  return { took, busy: use.busy, peak: use.peak / 2 ** 20 };
}

function report(runs: ReadonlyMap<string, readonly Run[]>): Report {
  const rows = [...runs].map(([name, list]) => {
    const clock = summarise(list.map(({ took }) => took));
    const busy = summarise(list.map(({ busy }) => busy)).median;
    const peak = summarise(list.map(({ peak }) => peak)).median;
    return { name, cells: [clock.median, clock.p99, clock.runs, busy, peak] };
  });
  const figure = (name: string, column: number): number =>
    rows.find((row) => row.name === name)?.cells[column] ?? Number.NaN;
  return {
    tables: [
      {
        title: 'Whole processes on a story of 40 sentences',
        columns: ['median ms', 'p99 ms', 'runs', 'busy ms', 'peak MB'],
        rows,
      },
    ],
    goals: [
      { what: 'backstory ask, whole', measured: figure('backstory ask', 0), atMost: 1000, unit: 'ms' },
      {
        what: 'memory of backstory ask, peak',
        measured: figure('backstory ask', 4),
        atMost: 250,
        unit: 'MB',
      },
      {
        what: 'memory of backstory brief, peak',
        measured: figure('backstory brief', 4),
        atMost: 250,
        unit: 'MB',
      },
    ],
  };
}
