import { defineConfig } from 'vitest/config';
import SummaryReporter from './test/support/summary-reporter.ts';

/** Parts without state of their own: their files share what they load, which is most of their time. */
const ENGINE = ['language', 'story', 'briefing', 'answering', 'chat', 'adapters/terminal'].map(
  (part) => `test/${part}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    setupFiles: ['test/support/loopback-only.ts'],
    reporters: ['default', new SummaryReporter()],
    env: { TZ: 'UTC' },
    // One for each core: much of the time is waiting for processes and servers.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    unstubEnvs: true,
    restoreMocks: true,
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'adapters/**/*.ts'] },
    projects: [
      { extends: true, test: { name: 'engine', include: ENGINE, isolate: false } },
      { extends: true, test: { name: 'service', include: ['test/**/*.test.ts'], exclude: ENGINE } },
    ],
  },
});
