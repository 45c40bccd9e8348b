/**
 * Measures Backstory's speed and memory beside its peers, prints tables and writes them as JSON to
 * `bench/out/speed.json`. Measured, never enforced: figures hold for the machine they come from.
 *
 *   npm run bench                   every section, some fifteen minutes
 *   npm run bench -- --quick        fewer runs
 *   npm run bench -- growth memory  these sections only
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { commandSection } from './speed/command-section.ts';
import { digestSection } from './speed/digest-section.ts';
import { discordSection } from './speed/discord-section.ts';
import { engineSection } from './speed/engine-section.ts';
import { growthSection } from './speed/growth-section.ts';
import { memorySection } from './speed/memory-section.ts';
import { printReport } from './speed/print-report.ts';
import { isMet, type Report } from './speed/report.ts';
import { serviceSection } from './speed/service-section.ts';
import { slackSection } from './speed/slack-section.ts';
import { webSection } from './speed/web-section.ts';

const SECTIONS = [
  engineSection,
  growthSection,
  memorySection,
  commandSection,
  discordSection,
  slackSection,
  webSection,
  digestSection,
  serviceSection,
];

const wanted = process.argv.slice(2).filter((word) => word !== '--quick');
const quick = process.argv.includes('--quick');
const unknown = wanted.find((word) => !SECTIONS.some(({ name }) => name === word));
if (unknown !== undefined) {
  console.error(`unknown section ${unknown}: there are ${SECTIONS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const machine = {
  node: process.versions.node,
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  load: loadavg()[0] ?? 0,
};
console.log(
  `Node ${machine.node}, ${machine.cores} × ${machine.processor}, load ${machine.load.toFixed(1)}${quick ? ', quick' : ''}`,
);

const reports: Record<string, Report> = {};
for (const { name, run } of SECTIONS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    reports[name] = await run({ quick });
    console.log(`\n${printReport(reports[name])}`);
  } catch (error) {
    console.error(`\n${name} could not be measured: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

const goals = Object.values(reports).flatMap((report) => report.goals);
const folder = join(import.meta.dirname, 'out');
mkdirSync(folder, { recursive: true });
const measured = { at: new Date().toISOString(), quick, machine, reports };
writeFileSync(join(folder, 'speed.json'), `${JSON.stringify(measured, null, 1)}\n`);
console.log(`\n${goals.filter(isMet).length} of ${goals.length} goals met; written to bench/out/speed.json`);
