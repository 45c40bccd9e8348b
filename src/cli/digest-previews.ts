import type { Sources } from '../digest/compose.ts';
import type { DigestPreviews } from '../digest/digest-previews.ts';

/** Digests that are only previewed, where none is kept. */
export function digestPreviews(sources: Sources): DigestPreviews {
  // Hardly anybody who tries the bot asks for one, and everybody would wait for it to load.
  const loaded = async () => {
    const { createDigestPreviews } = await import('../digest/digest-previews.ts');
    return createDigestPreviews(sources);
  };
  return {
    handle: async (request) => (await loaded()).handle(request),
    preview: async (choices, at) => (await loaded()).preview(choices, at),
  };
}
