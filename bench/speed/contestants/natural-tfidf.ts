import { TfIdf } from 'natural/lib/natural/tfidf/index.js';
import type { Contestant } from './contestant.ts';

/** natural's TfIdf as its documentation uses it, every sentence one document; the best are sorted out of its scores. */
export const naturalTfIdf: Contestant = {
  name: 'natural TfIdf',
  index({ sentences }) {
    const index = new TfIdf();
    for (const text of sentences) index.addDocument(text);
    return ({ question }) =>
      index
        .tfidfs(question)
        .map((score, id) => ({ id, score }))
        .sort((a, b) => b.score - a.score);
  },
};
