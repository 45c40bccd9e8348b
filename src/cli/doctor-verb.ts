import { parseArgs } from 'node:util';
import type { Finding } from '../ops/finding.ts';
import { formatProblem } from '../story/problem.ts';
import { Failure, oneLine, wrongUse } from './failure.ts';
import { lookAtStories } from './open-library.ts';
import { checkPublicUrl } from './public-url-check.ts';
import { readServiceSettings, type WithSettings } from './service-settings.ts';
import { type World, write } from './world.ts';

/** Looks at one part without changing anything there. */
export type Check = (env: World['env']) => Promise<readonly Finding[]>;

/** A part that is looked at, as the operator knows it; its code is loaded for that. */
export interface Examined {
  readonly what: string;
  readonly load: () => Promise<Check>;
}

/** What there is besides the service itself. */
export interface Examination {
  /** Whose settings `start` judges, so that nothing is fine here that it refuses. */
  readonly judged: WithSettings;
  readonly parts: readonly Examined[];
}

/** `doctor`: says what is missing or wrong, in words. @returns 1 when something cannot work as it is */
export async function diagnose(
  args: readonly string[],
  world: World,
  { judged, parts }: Examination,
): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (positionals.length > 0) throw wrongUse('doctor takes nothing');
  const own: readonly Examined[] = [
    { what: 'the settings', load: async () => (env) => checkSettings(env, judged) },
    { what: 'the stories', load: async () => () => checkStories(world) },
    {
      what: 'the data',
      load: async () => {
        const { checkStore } = await import('./store-check.ts');
        return () => checkStore(world);
      },
    },
  ];
  const address: Examined = { what: 'PUBLIC_URL', load: async () => checkPublicUrl };
  const told = new Set<string>();
  let isWell = true;
  for (const part of [...own, ...parts, address]) {
    for (const { level, what } of await examine(part, world)) {
      if (told.has(what)) continue;
      told.add(what);
      if (level === 'problem') isWell = false;
      await write(world.output, `${level.padEnd(7)}  ${oneLine(what)}\n`);
    }
  }
  return isWell ? 0 : 1;
}

/** What breaks one look is told; the others go on. */
async function examine({ what, load }: Examined, { env }: World): Promise<readonly Finding[]> {
  try {
    return await (await load())(env);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ level: 'problem', what: `${what} could not be looked at: ${reason}` }];
  }
}

async function checkSettings(env: World['env'], judged: WithSettings): Promise<readonly Finding[]> {
  const read = await readServiceSettings(env, judged);
  if ('problems' in read) return read.problems.map((what) => ({ level: 'problem', what }));
  const { http, opsPort, publicUrl, log, tokensSet } = read.settings;
  const findings: Finding[] = [{ level: 'fine', what: `Node ${process.versions.node}` }];
  if (tokensSet.length === 0) {
    const what = 'no platform token is set: it talks on the page, and in a terminal, only';
    findings.push({ level: 'fine', what });
  }
  if (log.questions) {
    findings.push({ level: 'warning', what: 'LOG_QUESTIONS is true: what people ask is in the log' });
  }
  if (opsPort === undefined && (publicUrl !== undefined || !isLoopback(http.host))) {
    const what =
      'everybody who reaches the service sees /readyz and /metrics: set BACKSTORY_OPS_PORT, or have the proxy pass neither on';
    findings.push({ level: 'warning', what });
  }
  return findings;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

async function checkStories(world: World): Promise<readonly Finding[]> {
  try {
    const { library, faults } = lookAtStories(world, { watch: false });
    const count = library.all().length;
    library.close();
    const there = `${count} ${count === 1 ? 'story' : 'stories'} to talk about`;
    return [
      ...faults.map((fault): Finding => ({ level: 'warning', what: `left out: ${formatProblem(fault)}` })),
      { level: 'fine', what: there },
    ];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.lines.map((line) => ({ level: 'problem', what: line.replace(/^backstory: /, '') }));
  }
}
