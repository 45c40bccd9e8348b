import type { DigestDesk } from '../chat/digest-desk.ts';
import type { PreviewDigest } from '../chat/digest-preview.ts';
import { refusal } from '../chat/which-story.ts';
import { digestWording } from '../chat/wording-digest.ts';
import { createCompose, type Sources } from './compose.ts';
import { previewMessage, previewOnly } from './desk/preview.ts';

/** Digests that are looked at before anybody subscribes. */
export interface DigestPreviews extends Pick<DigestDesk, 'handle'> {
  readonly preview: PreviewDigest;
}

/** Digests where none can be sent, nor kept: what one would say, and for the rest where to go. */
export function createDigestPreviews(sources: Sources): DigestPreviews {
  const writing = { sources, compose: createCompose(sources) };
  return {
    async handle({ asker, intent, at }) {
      if (intent.kind !== 'preview') return refusal(digestWording.onlyPreviewed, []);
      return previewOnly(writing, asker, intent.choices, at);
    },
    preview: (choices, at) => previewMessage(writing, choices, at),
  };
}
