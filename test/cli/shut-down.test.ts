import { describe, expect, it } from 'vitest';
import { shutDown } from '../../src/cli/shut-down.ts';
import type { Log } from '../../src/ops/log.ts';

describe('shutDown', () => {
  it('goes on past a part that fails and one that never ends', async () => {
    const stopped: string[] = [];
    const logged: string[] = [];
    const note = (fields: object, message: string) => void logged.push(message + JSON.stringify(fields));
    const log: Log = { debug: note, info: note, warn: note, error: note };
    await shutDown(
      [
        [{ what: 'digests', stop: () => new Promise(() => {}) }],
        [
          { what: 'discord', stop: () => Promise.reject(new Error('no')) },
          { what: 'slack', stop: async () => void stopped.push('slack') },
        ],
      ],
      20,
      log,
    );
    expect(stopped).toEqual(['slack']);
    expect(logged).toEqual([expect.stringMatching(/in time.*digests/), expect.stringMatching(/discord.*no/)]);
  });
});
