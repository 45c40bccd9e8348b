import { describe, expect, it } from 'vitest';
import { EMBEDDED, onPostgres } from './crash-places.ts';
import { crashRound } from './crash-round.ts';
import { seededRandom } from './seeded-random.ts';

const SERVER = process.env['TEST_DATABASE_URL'];
/** `npm run test:crash` has more and larger ones. */
const [ROUNDS, WAVE] = [2, 50];

const NOTHING_AMISS = {
  deliveries: 2 * WAVE,
  lost: 0,
  doubled: 0,
  lostUnasked: 0,
  doubledUnasked: 0,
  forgotten: 0,
  complaints: [],
};

describe.each([EMBEDDED, ...(SERVER ? [onPostgres(SERVER)] : [])])(
  'a wave of digests while processes are killed, $name',
  ({ workers, make }) => {
    it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
      'shows each once, and calls uncertain what it cannot know, round %i',
      async (round) => {
        await using place = await make();
        const random = seededRandom(round);
        const result = await crashRound({ store: place.store, workers, wave: WAVE, kills: 4, random });
        expect(result).toMatchObject(NOTHING_AMISS);
        expect(result.kills).toBeGreaterThan(0);
        expect(result.made).toBeGreaterThan(0);
      },
      180_000,
    );
  },
);

// Told as skipped only where it is.
if (SERVER === undefined) {
  describe('a wave of digests while processes are killed, PostgreSQL', () => {
    it.skip('needs a real server: set TEST_DATABASE_URL', () => {});
  });
}
