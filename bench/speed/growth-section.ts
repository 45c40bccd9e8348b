import { someQuestions, storiesOf } from './bench-story.ts';
import { CONTESTANTS, measureAsking, measureBriefing, measureIndexing, type Timings } from './measure.ts';
import type { Row, Section } from './report.ts';

const SIZES = [10, 100, 1000];

interface Size {
  readonly indexing: Timings;
  readonly asking: Timings;
  readonly brief: number;
}

/** How the work grows with the story. */
export const growthSection: Section = {
  name: 'growth',
  async run({ quick }) {
    const sizes = SIZES.map((sentences) => measureSize(sentences, quick));
    const columns = [...SIZES.map((size) => `${size.toLocaleString('en')} sentences`), '1,000 : 10'];
    const each = (what: string, of: (size: Size) => Timings): Row[] =>
      CONTESTANTS.map(({ name }) =>
        grown(
          `${name}, ${what}`,
          sizes.map((size) => of(size).get(name)?.median),
        ),
      );
    const rows = [
      ...each('index', (size) => size.indexing),
      ...each('question', (size) => size.asking),
      grown(
        'Backstory, brief',
        sizes.map((size) => size.brief),
      ),
    ];
    return { tables: [{ title: 'Growth: median ms', columns, rows }], goals: [] };
  },
};

function measureSize(sentences: number, quick: boolean): Size {
  const large = sentences > 100;
  const stories = storiesOf(sentences, large || quick ? 1 : 4, 0).map((story) => someQuestions(story, 60));
  const rounds = quick ? 2 : 5;
  return {
    indexing: measureIndexing(stories, rounds),
    asking: measureAsking(stories, rounds).again,
    brief: measureBriefing(stories, large ? 2 : rounds).median,
  };
}

function grown(name: string, medians: readonly (number | undefined)[]): Row {
  const [least, most] = [medians.at(0), medians.at(-1)];
  return { name, cells: [...medians, least && most && most / least] };
}
