import { describe, expect, it } from 'vitest';
import { findConcepts } from '../../src/language/concepts.ts';
import { stemOf } from '../../src/language/terms.ts';
import { tokenize } from '../../src/language/tokens.ts';

const conceptsOf = (text: string): readonly number[] =>
  findConcepts(tokenize(text).map(stemOf)).map(({ concept }) => concept);
const share = (a: string, b: string): boolean => {
  const known = new Set(conceptsOf(a));
  return conceptsOf(b).some((concept) => known.has(concept));
};

describe('concepts', () => {
  it.each([
    ['how did they hit back', 'the army retaliated'],
    ['who stepped down', 'she announced her resignation'],
    ['the keeper', 'their goalkeeper'],
    ['how many died', 'the death toll'],
    ['what did Seoul say', 'South Korean officials'],
  ])('find the same thing meant by "%s" and "%s"', (question, sentence) => {
    expect(share(question, sentence)).toBe(true);
  });

  it.each([
    ['who resigned', 'the ship sank'],
    ['South Korea', 'North Korean troops'],
  ])('keep apart what "%s" and "%s" mean', (a, b) => {
    expect(share(a, b)).toBe(false);
  });

  it('read a phrase as a whole: its words no longer count on their own', () => {
    expect(share('the plane took off', 'they took hostages')).toBe(false);
  });

  it('say which words express them', () => {
    const [found] = findConcepts(['he', 'hit', 'back']);
    expect(found).toMatchObject({ first: 1, last: 2 });
  });

  it('are not expressed by grammar words', () => {
    expect(conceptsOf('he was about to be with them, and so were we')).toEqual([]);
  });
});
