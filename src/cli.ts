#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Compiled code is kept between runs, in the system's temporary folder: half of a short command's time.
enableCompileCache();

// A reader that has seen enough ("| head") is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

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
