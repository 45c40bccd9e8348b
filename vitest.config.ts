import { defineConfig } from 'vitest/config';
import LongFirst from './test/support/long-first.ts';
import SummaryReporter from './test/support/summary-reporter.ts';

export default defineConfig({
  test: {
    setupFiles: ['test/support/loopback-only.ts'],
    reporters: ['default', new SummaryReporter()],
    env: { TZ: 'UTC' },
    // Files share what they load, which would be most of their time: none may leave anything behind.
    isolate: false,
    sequence: { sequencer: LongFirst },
    // One for each core: much of the time is waiting for processes and servers.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    unstubEnvs: true,
    restoreMocks: true,
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'adapters/**/*.ts'] },
  },
});
