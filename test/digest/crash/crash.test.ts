import { describe, expect, it } from 'vitest';
import { EMBEDDED, onPostgres } from './crash-places.ts';
import { crashRound } from './crash-round.ts';
import { DISCORD } from './discord-ground.ts';
import { PLAIN } from './plain-ground.ts';
import { seededRandom } from './seeded-random.ts';
import { SLACK, SLACK_WITH_HISTORY } from './slack-ground.ts';
import { breaches } from './verdict.ts';

const SERVER = process.env['TEST_DATABASE_URL'];
/** `npm run test:crash` has more and larger ones. */
const [ROUNDS, WAVE] = [2, 50];

describe.each([EMBEDDED, ...(SERVER ? [onPostgres(SERVER)] : [])])(
  'a wave of digests while processes are killed, $name',
  ({ workers, make }) => {
    // Most of a round is waiting for what the killed had in hand.
    it.concurrent.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
      'shows each once, and calls uncertain what it cannot know, round %i',
      async (round) => {
        await using place = await make();
        const random = seededRandom(round);
        const size = { wave: WAVE, kills: 4, workers };
        const result = await crashRound({ ground: PLAIN, store: place.store, ...size, random });
        expect(breaches(result)).toEqual([]);
        expect(result.kills).toBeGreaterThan(0);
        expect(result.made).toBeGreaterThan(0);
      },
      180_000,
    );
  },
);

describe.concurrent.each([DISCORD, SLACK_WITH_HISTORY, SLACK])(
  'a wave of digests by the real courier while its process is killed, $name',
  (ground) => {
    it('shows each once, and calls uncertain only what cannot be asked about', async () => {
      await using place = await EMBEDDED.make();
      const size = { wave: 30, kills: 3, workers: 1 };
      const result = await crashRound({ ground, store: place.store, ...size, random: seededRandom(3) });
      expect(breaches(result)).toEqual([]);
      expect(result.kills).toBeGreaterThan(0);
      expect(result.faults).toBeGreaterThan(0);
    }, 180_000);
  },
);

// Told as skipped only where it is.
if (SERVER === undefined) {
  describe('a wave of digests while processes are killed, PostgreSQL', () => {
    it.skip('needs a real server: set TEST_DATABASE_URL', () => {});
  });
}
