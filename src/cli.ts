import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// A reader that has seen enough ("| head") is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

// Settings beside package.json; what the environment sets already wins.
const settings = fileURLToPath(new URL('../.env', import.meta.url));
if (existsSync(settings)) process.loadEnvFile(settings);

const { runCommand } = await import('./cli/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  folder: process.env['INIT_CWD'] || process.cwd(),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  now: Date.now,
  terminal: async () => (await import('../adapters/terminal/terminal-adapter.ts')).terminalAdapter,
});
