import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/answering/question.ts';

describe('what a question asks for', () => {
  it.each([
    ['how many troops are there', 'how-many'],
    ['how old is the browser?', 'how-many'],
    ['what share of people want it', 'how-many'],
    ['when did it happen', 'when'],
    ['what year was that', 'when'],
    ['which city are they meeting in', 'where'],
    ['where was he speaking', 'where'],
    ['who chairs the panel?', 'who'],
    ["who's antony blinken", 'who'],
    ['why did it fall', 'why'],
    ['what made the crane come down', 'why'],
    ['what did biden say about putin', 'quote'],
    ['how did putin respond', 'quote'],
    ['could it double?', 'yes-no'],
    ['how did he score', 'how'],
    ['what is the goal', 'what'],
    ['belarus war games', 'topic'],
  ])('"%s" is a %s question', (text, type) => {
    expect(readQuestion(text).type).toBe(type);
  });

  it.each(['who is psaki', "who's antony blinken", 'Jen Psaki'])(
    '"%s" asks to introduce somebody',
    (text) => {
      expect(readQuestion(text).identity).toBe(true);
    },
  );

  it.each([
    'who gave away the penalty in the second half',
    'biden minor incursion',
    'what is the goal in numbers',
  ])('"%s" does not', (text) => {
    expect(readQuestion(text).identity).toBe(false);
  });

  it.each(['and when?', 'what did he say', 'why', 'was it higher before?'])(
    '"%s" leans on what came before',
    (text) => {
      expect(readQuestion(text).leaning).toBe(true);
    },
  );

  it.each([
    ['how many russian troops died', 'troop'],
    ['how many people were hurt', 'person'],
    ['which city are they meeting in', 'citi'],
    ['what is the goal', ''],
  ])('"%s" wants one of a kind: %j', (text, focus) => {
    expect(readQuestion(text).focus).toBe(focus);
  });

  it.each([
    ['did biden speak to putin', ['speak']],
    ['is it going to rain on friday', ['rain']],
    ['will the us send troops', ['send']],
  ])('"%s" asks what is done: %j', (text, verbs) => {
    const { tokens, ...question } = readQuestion(text);
    expect([...question.verbs].map((index) => tokens[index]?.lower)).toEqual(verbs);
  });

  it.each([
    ['will the us send troops', ['us', 'send', 'troops']],
    ['does he know us?', ['know']],
    ['how many have they got', []],
  ])('"%s" hangs on the words %j', (text, words) => {
    expect(readQuestion(text).terms.map(({ lower }) => lower)).toEqual(words);
  });

  it('reads no more than 600 characters', () => {
    expect(readQuestion('word '.repeat(10_000)).text.length).toBe(600);
  });

  it('keeps the words in quote marks', () => {
    expect(readQuestion('who said “he has to do something”').quoted).toEqual(['he has to do something']);
  });
});
