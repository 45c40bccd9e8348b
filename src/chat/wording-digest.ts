/** The words of our own about digests; part of the catalogue in `wording.ts`. */
export const digestWording = {
  off: 'I send no digests here.',
  noPlace:
    'I can’t find that channel, or you can’t see it. Name one you are in, or leave it out for this one.',
} as const;
