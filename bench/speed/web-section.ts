import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import autocannon from 'autocannon';
import { z } from 'zod';
import type { Report, Section } from './report.ts';

const STORY = 'us-russia-ukraine-crisis';
const QUESTIONS = [
  'How many troops has Russia deployed along the border?',
  'who is psaki',
  'What did Biden say about a minor incursion?',
  'who won the football match?',
];
const STORY_PATH = `/stories/${STORY}`;
const PER_SECOND = 200;

/** The page over HTTP, on one process: the whole story, and answers, at a steady 200 requests a second. */
export const webSection: Section = {
  name: 'web',
  async run({ quick }) {
    const child = fork(new URL('web/page-process.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    try {
      const [port] = z
        .tuple([z.number()])
        .rest(z.unknown())
        .parse(await once(child, 'message'));
      const url = `http://127.0.0.1:${port}`;
      const seconds = quick ? 5 : 30;
      // The first requests make the story ready and compile the code.
      await load(url, 3, page);
      await load(url, 3, answer);
      const pages = await load(url, seconds, page);
      const answers = await load(url, seconds, answer);
      return report(pages, answers, await sizes(url));
    } finally {
      child.kill();
    }
  },
};

const page: autocannon.Request = {
  method: 'GET',
  path: STORY_PATH,
  headers: { 'accept-encoding': 'gzip' },
};

/** Each as a talk of its own, as so many people at once are. */
const answer: autocannon.Request = {
  method: 'POST',
  path: '/ask',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'gzip' },
  setupRequest(request) {
    const said = QUESTIONS[Math.floor(Math.random() * QUESTIONS.length)] ?? '';
    return {
      ...request,
      body: String(new URLSearchParams({ story: STORY, version: '1', said, part: 'turn' })),
    };
  },
};

function load(url: string, seconds: number, request: autocannon.Request): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    autocannon(
      { url, connections: 20, duration: seconds, overallRate: PER_SECOND, requests: [request] },
      (error: unknown, result) => (error ? reject(error) : resolve(result)),
    );
  });
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

function report(pages: autocannon.Result, answers: autocannon.Result, kilobytes: number): Report {
  const row = (name: string, { latency, requests, non2xx, errors }: autocannon.Result) => ({
    name,
    cells: [requests.average, latency.p50, latency.p99, latency.max, non2xx + errors],
  });
  return {
    tables: [
      {
        title: `The page over HTTP, asked ${PER_SECOND} times a second; whole responses, in ms`,
        columns: ['a second', 'p50', 'p99', 'most', 'failed'],
        rows: [row('story page', pages), row('answer', answers)],
      },
    ],
    goals: [
      { what: 'story page, p99', measured: pages.latency.p99, atMost: 30, unit: 'ms' },
      { what: 'answer by HTTP, p99', measured: answers.latency.p99, atMost: 20, unit: 'ms' },
      { what: 'story page with its files, compressed', measured: kilobytes, atMost: 60, unit: 'kB' },
      {
        what: 'requests that failed',
        measured: pages.non2xx + pages.errors + answers.non2xx + answers.errors,
        atMost: 0,
        unit: '',
      },
    ],
  };
}
