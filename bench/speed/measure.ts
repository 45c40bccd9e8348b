import { makeBrief } from '../../src/briefing/make-brief.ts';
import type { BenchStory } from './bench-story.ts';
import { askAbout, backstory, readStory } from './contestants/backstory.ts';
import type { Contestant } from './contestants/contestant.ts';
import { miniSearch } from './contestants/minisearch.ts';
import { naturalTfIdf } from './contestants/natural-tfidf.ts';
import { summarise, type Timing, time } from './stopwatch.ts';

/** Who is measured, in the same run and by turns: what else the machine does hits all alike. */
export const CONTESTANTS: readonly Contestant[] = [backstory, miniSearch, naturalTfIdf];

/** Timings by contestant's name. */
export type Timings = ReadonlyMap<string, Timing>;

/** From a story to something that can be asked, many times over. */
export function measureIndexing(stories: readonly BenchStory[], rounds: number): Timings {
  const took = new Map<string, number[]>(CONTESTANTS.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [i, story] of stories.entries())
      for (const { name, index } of byTurns(round + i)) took.get(name)?.push(time(() => index(story)).took);
  return timings(took);
}

/** How long questions took, by who was asked. */
export interface Asking {
  /** Each question asked for the first time, as people do, of an engine that has answered others. */
  readonly first: Timings;
  /** The same questions over and over. */
  readonly again: Timings;
  /** Each question at its best: what it costs when nothing else runs on the machine. */
  readonly best: Timings;
}

/**
 * Questions about stories that are ready.
 * @param rounds how often each is asked, two at least
 */
export function measureAsking(stories: readonly BenchStory[], rounds: number): Asking {
  const took = new Map<string, number[][]>(CONTESTANTS.map(({ name }) => [name, []]));
  for (const story of stories) {
    const asks = new Map(CONTESTANTS.map(({ name, index }) => [name, index(story)]));
    const runs = new Map(CONTESTANTS.map(({ name }) => [name, story.questions.map((): number[] => [])]));
    for (let round = 0; round < rounds; round++)
      for (const [i, question] of story.questions.entries())
        for (const { name } of byTurns(i))
          runs.get(name)?.[i]?.push(time(() => asks.get(name)?.(question)).took);
    for (const [name, lists] of runs) took.get(name)?.push(...lists);
  }
  const timed = (pick: (runs: readonly number[]) => readonly number[]): Timings =>
    timings(new Map([...took].map(([name, lists]) => [name, lists.flatMap((list) => pick(list))])));
  return {
    first: timed((list) => list.slice(0, 1)),
    again: timed((list) => list.slice(1)),
    best: timed((list) => [Math.min(...list)]),
  };
}

/** A brief of a story that is ready and has not been briefed on, all its facts included. */
export function measureBriefing(stories: readonly BenchStory[], rounds: number): Timing {
  const took: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const story of stories) {
      const { article } = readStory(story);
      took.push(time(() => makeBrief(article, 'full')).took);
    }
  return summarise(took);
}

/** Lets the engines run themselves in, on stories that are not measured. */
export function warmUp(stories: readonly BenchStory[]): void {
  for (const story of stories) {
    const prepared = readStory(story);
    makeBrief(prepared.article, 'full');
    const asks = [askAbout(prepared), ...CONTESTANTS.map(({ index }) => index(story))];
    for (const question of story.questions) for (const ask of asks) ask(question);
  }
}

/** Another begins each time, so that none always runs after the one that leaves most garbage. */
function byTurns(turn: number): readonly Contestant[] {
  const from = turn % CONTESTANTS.length;
  return [...CONTESTANTS.slice(from), ...CONTESTANTS.slice(0, from)];
}

function timings(took: ReadonlyMap<string, readonly number[]>): Timings {
  return new Map([...took].map(([name, times]) => [name, summarise(times)]));
}
