import { describe, expect, test } from 'vitest';
import { recogniseSmallTalk } from '../../src/chat/small-talk.ts';

function meaning(said: string): string | undefined {
  const found = recogniseSmallTalk(said)?.meaning;
  if (!found) return undefined;
  if (found.kind === 'social') return found.about;
  if (found.kind === 'view') return found.view;
  return found.kind === 'brief' ? `brief ${found.depth}` : found.kind;
}

describe('small talk', () => {
  test.each([
    ['hi', 'greet'],
    ['Hello there!', 'greet'],
    ['hey Backstory', 'greet'],
    ['HELP', 'help'],
    ['help please', 'help'],
    ['?', 'help'],
    ['what can you do', 'help'],
    ['What can I ask you?', 'help'],
    ['Thanks!', 'thanks'],
    ['ok, thank you so much', 'thanks'],
    ['thx 🙏', 'thanks'],
    ['bye', 'bye'],
    ['good bot', 'praise'],
    ['bad bot', 'blame'],
    ['are you a bot?', 'aboutBot'],
    ['who are you?', 'aboutBot'],
    ['who made you', 'maker'],
    ['how are you?', 'wellbeing'],
    ['ok', 'acknowledge'],
    ['are you there?', 'present'],
    ['summarise', 'brief short'],
    ['Can you summarize this story please?', 'brief short'],
    ['what’s this about', 'brief short'],
    ['hi, what happened?', 'brief short'],
    ['give me a summary of the article', 'brief short'],
    ['tldr', 'brief line'],
    ['TL;DR', 'brief line'],
    ['in one sentence', 'brief line'],
    ['key points', 'brief full'],
    ["who's involved", 'people'],
    ['Who’s involved?', 'people'],
    ['who is involved in this story?', 'people'],
    ['show me the quotes', 'quotes'],
    ['sources?', 'sources'],
    ['what are your sources', 'sources'],
    ['where is this from', 'sources'],
    ['timeline please', 'timeline'],
    ['what are the numbers', 'numbers'],
    ["what's new", 'changes'],
    ['any updates?', 'changes'],
    ['tell me more', 'more'],
    ['which stories do you have?', 'stories'],
    ['forget me', 'forget'],
  ])('%s → %s', (said, expected) => {
    expect(meaning(said)).toBe(expected);
  });

  test.each([
    "who's involved in the talks?",
    'what happened on Friday',
    'what happened to the baker?',
    'where is it?',
    'why?',
    'and what did he say?',
    'what did the sources say?',
    'who made the decision',
    'who are the engineers',
    'what are the numbers of whales',
    'how are you going to pay for the bridge',
    'help for shop owners',
    'hi-tech pillars',
    'thanks to whom',
    'summary of the vote',
    'what’s new about the pillars',
    'is he human',
    'quotes from the mayor',
    'the bridge',
    '',
    '   ',
    '😀',
    'constructor',
    '__proto__',
    'toString',
    'hi '.repeat(40),
    'مرحبا',
  ])('is not: %j', (said) => {
    expect(meaning(said)).toBeUndefined();
  });
});
