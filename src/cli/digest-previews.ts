import type { DigestDesk } from '../chat/digest-desk.ts';
import type { Sources } from '../digest/compose.ts';

/** Digests that are only previewed, where none is kept. */
export function digestPreviews(sources: Sources): Pick<DigestDesk, 'handle'> {
  return {
    // Hardly anybody who tries the bot asks for one, and everybody would wait for it to load.
    async handle(request) {
      const { createDigestPreviews } = await import('../digest/digest-previews.ts');
      return createDigestPreviews(sources).handle(request);
    },
  };
}
