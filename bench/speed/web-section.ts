import { once } from 'node:events';
import { get } from 'node:http';
import type { Goal, Report, Row, Section } from './report.ts';
import { summarise } from './stopwatch.ts';
import { type Bursts, burst } from './web/bursts.ts';
import { type Paced, pace, type Wanted } from './web/paced.ts';
import { Serving } from './web/serving.ts';

const STORY = 'us-russia-ukraine-crisis';
const QUESTIONS = [
  'How many troops has Russia deployed along the border?',
  'who is psaki',
  'What did Biden say about a minor incursion?',
  'who won the football match?',
];
const STORY_PATH = `/stories/${STORY}`;
const PER_SECOND = 200;

const page = (): Wanted => ({ path: STORY_PATH });

/** Each as a talk of its own, as so many people at once are. */
const answer = (): Wanted => {
  const said = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
  return {
    path: '/ask',
    body: String(new URLSearchParams({ story: STORY, version: '1', said, part: 'turn' })),
  };
};

/** One kind of request, asked for evenly and in bursts. */
interface Load {
  readonly name: string;
  readonly paced: Paced;
  readonly bursts: Bursts;
  /** Milliseconds of processor time for one. */
  readonly busy: number;
}

/** The page over HTTP, on one process: the whole story, and answers, at 200 requests a second. */
export const webSection: Section = {
  name: 'web',
  async run({ quick }) {
    const seconds = quick ? 5 : 30;
    const bare = await serving('bare-process.ts', async (server) => [
      await load(server, 'Node alone', answer, seconds),
    ]);
    const ours = await serving('page-process.ts', async (server) => {
      const loads = [
        await load(server, 'story page', page, seconds),
        await load(server, 'answer', answer, seconds),
      ];
      return { loads, kilobytes: await sizes(server.url) };
    });
    return report([...bare, ...ours.loads], ours.kilobytes);
  },
};

async function serving<T>(file: string, run: (server: Serving) => Promise<T>): Promise<T> {
  const server = await Serving.start(file);
  try {
    return await run(server);
  } finally {
    server.stop();
  }
}

async function load(server: Serving, name: string, wanted: () => Wanted, seconds: number): Promise<Load> {
  // The first requests make the story ready and compile the code.
  await pace(server.url, wanted, PER_SECOND, 10);
  const before = await server.busy();
  const paced = await pace(server.url, wanted, PER_SECOND, seconds);
  const busy = ((await server.busy()) - before) / (PER_SECOND * seconds);
  return { name, paced, bursts: await burst(server.url, wanted, PER_SECOND, seconds), busy };
}

/** Compressed, in kB: the page with its own files. */
async function sizes(url: string): Promise<number> {
  const html = await (await fetch(url + STORY_PATH)).text();
  const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const lengths = await Promise.all([STORY_PATH, ...files].map((path) => bytes(url + path)));
  return lengths.reduce((sum, length) => sum + length, 0) / 1000;
}

/** What goes over the wire, which `fetch` would unpack. */
async function bytes(address: string): Promise<number> {
  const [response] = await once(get(address, { headers: { 'accept-encoding': 'gzip' } }), 'response');
  let length = 0;
  for await (const chunk of response) length += chunk.length;
  return length;
}

function report(loads: readonly Load[], kilobytes: number): Report {
  const failed = loads.reduce((sum, { paced, bursts }) => sum + paced.failed + bursts.failed, 0);
  return {
    tables: [
      {
        title: `The page over HTTP, asked ${PER_SECOND} times a second, evenly; whole responses, in ms`,
        columns: ['p50', 'p99', 'most', 'failed', 'busy ms each'],
        rows: loads.map(pacedRow),
      },
      {
        title: `The same ${PER_SECOND} at once when a second begins, 20 at a time`,
        columns: ['p50', 'p99', 'most', 'failed'],
        rows: loads.map(({ name, bursts }) => ({
          name,
          cells: [bursts.median, bursts.p99, bursts.most, bursts.failed],
        })),
      },
    ],
    goals: [
      ...goals(loads, 'story page', 30),
      ...goals(loads, 'answer', 20),
      { what: 'story page with its files, compressed', measured: kilobytes, atMost: 60, unit: 'kB' },
      { what: 'requests that failed', measured: failed, atMost: 0, unit: '' },
    ],
  };
}

function pacedRow({ name, paced, busy }: Load): Row {
  const { median, p99 } = summarise(paced.took);
  return { name, cells: [median, p99, Math.max(...paced.took), paced.failed, busy] };
}

function goals(loads: readonly Load[], name: string, atMost: number): readonly Goal[] {
  const found = loads.find((each) => each.name === name);
  if (!found) return [];
  const { p99 } = summarise(found.paced.took);
  return [
    { what: `${name} by HTTP, p99, evenly`, measured: p99, atMost, unit: 'ms' },
    { what: `${name} by HTTP, p99, in bursts`, measured: found.bursts.p99, atMost, unit: 'ms' },
  ];
}
