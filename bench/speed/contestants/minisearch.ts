import MiniSearch from 'minisearch';
import type { Contestant } from './contestant.ts';

/** MiniSearch as it comes: no stop-words, no stemmer, every sentence one document. */
export const miniSearch: Contestant = {
  name: 'MiniSearch',
  index({ sentences }) {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(sentences.map((text, id) => ({ id, text })));
    return ({ question }) => index.search(question);
  },
};
