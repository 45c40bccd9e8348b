import { describe, expect, test } from 'vitest';
import { commandIntent } from '../../src/chat/command-intent.ts';
import { readCommandLine } from '../../src/chat/command-line.ts';
import { COMMANDS, commandsOf } from '../../src/chat/commands.ts';

describe('the command table', () => {
  test.each(COMMANDS)(
    '$id is described within what the platforms take',
    ({ description, arguments: takes, surfaces }) => {
      for (const words of [description, ...takes.map((argument) => argument.description)]) {
        expect(words.length).toBeGreaterThan(0);
        expect(words.length).toBeLessThanOrEqual(100);
      }
      for (const name of Object.values(surfaces)) expect(name).toMatch(/^[a-z]{1,32}( [a-z]{1,32})?$/);
    },
  );

  test.each(['terminal', 'discord', 'slack'] as const)('%s calls no two commands the same', (surface) => {
    const names = commandsOf(surface).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(3);
  });
});

describe('readCommandLine', () => {
  test.each([
    ['/brief', { id: 'brief', values: {} }],
    ['/brief full', { id: 'brief', values: { depth: 'full' } }],
    ['/BRIEF Line', { id: 'brief', values: { depth: 'line' } }],
    ['/brief harbour-bridge full', { id: 'brief', values: { depth: 'full', story: 'harbour-bridge' } }],
    ['/brief full harbour bridge', { id: 'brief', values: { depth: 'full', story: 'harbour bridge' } }],
    ['/brief changes', { id: 'brief', values: { depth: 'changes' } }],
    ['/brief harbour bridge', { id: 'brief', values: { story: 'harbour bridge' } }],
    ['/people', { id: 'people', values: {} }],
    ['/peo', { id: 'people', values: {} }],
    ['/story fjord-whales', { id: 'story', values: { story: 'fjord-whales' } }],
    ['/story', { id: 'story', values: {} }],
    ['/quit', { id: 'quit', values: {} }],
    ['/nonsense', { unknown: 'nonsense' }],
    ['/constructor', { unknown: 'constructor' }],
    // Quotes and quit both begin so.
    ['/qu', { unknown: 'qu' }],
  ])('%s', (line, expected) => {
    expect(readCommandLine(line, 'terminal')).toEqual(expected);
  });

  test('a command of two words belongs to the surfaces that have it', () => {
    expect(readCommandLine('/backstory forget', 'slack')).toEqual({ id: 'forget', values: {} });
    expect(readCommandLine('/backstory story fjord-whales', 'slack')).toEqual({
      id: 'story',
      values: { story: 'fjord-whales' },
    });
    expect(readCommandLine('/ask who is the mayor?', 'discord')).toEqual({
      id: 'ask',
      values: { question: 'who is the mayor?' },
    });
  });

  test.each([
    ['/digest', { id: 'digest list', values: {} }],
    ['/digest list me', { id: 'digest list', values: { me: true } }],
    ['/digest subscribe', { id: 'digest subscribe', values: {} }],
    [
      '/digest subscribe 8:00 weekdays Europe/Kyiv',
      { id: 'digest subscribe', values: { text: '8:00 weekdays Europe/Kyiv' } },
    ],
    ['/digest 8am kyiv', { id: 'digest subscribe', values: { text: '8am kyiv' } }],
    [
      '/digest subscribe 8am to #world-news daily',
      { id: 'digest subscribe', values: { channel: '#world-news', text: '8am daily' } },
    ],
    ['/digest subscribe for me 8am', { id: 'digest subscribe', values: { me: true, text: '8am' } }],
    ['/digest subscribe 8am in my DM', { id: 'digest subscribe', values: { me: true, text: '8am' } }],
    // "me" in the middle is part of a story's name.
    ['/digest subscribe call me maybe', { id: 'digest subscribe', values: { text: 'call me maybe' } }],
    ['/digest pause 2', { id: 'digest pause', values: { text: '2' } }],
    ['/DIGEST Why', { id: 'digest why', values: {} }],
  ])('%s', (line, expected) => {
    expect(readCommandLine(line, 'slack')).toEqual(expected);
  });

  test.each([
    ['/digest stop', { id: 'digest pause', values: {} }],
    ['/digest Stop 2', { id: 'digest pause', values: { text: '2' } }],
    ['/digest stop the digest', { id: 'digest pause', values: {} }],
    ['/digest unsubscribe me', { id: 'digest pause', values: { me: true } }],
    ['/digest cancel', { id: 'digest pause', values: {} }],
    ['/digest off', { id: 'digest pause', values: {} }],
    ['/digest delete 1', { id: 'digest remove', values: { text: '1' } }],
    ['/digest status', { id: 'digest list', values: {} }],
    ['/digest settings', { id: 'digest list', values: {} }],
    ['/digest help', { id: 'help', values: {} }],
    ['/digest ?', { id: 'help', values: {} }],
    ['/digest start', { id: 'digest resume', values: {} }],
    ['/digest send 2', { id: 'digest now', values: { text: '2' } }],
    ['/digest move #news', { id: 'digest change', values: { channel: '#news' } }],
    ['/digest new', { id: 'digest subscribe', values: {} }],
    ['/digest add 8am', { id: 'digest subscribe', values: { text: '8am' } }],
  ])('other words for what a digest can do are understood: %s', (line, expected) => {
    expect(readCommandLine(line, 'slack')).toEqual(expected);
  });

  test.each([
    'new york 8am',
    'on Sundays at noon',
    'start of the war 8am',
    'off-shore wind',
    'help wanted 8am',
  ])('but not where they begin a schedule: %s', (text) => {
    expect(readCommandLine(`/digest ${text}`, 'slack')).toEqual({ id: 'digest subscribe', values: { text } });
  });

  test('digests are only previewed where none can be sent, and the rest is understood to be refused', () => {
    expect(readCommandLine('/digest 8am kyiv', 'terminal')).toEqual({
      id: 'digest preview',
      values: { text: '8am kyiv' },
    });
    expect(readCommandLine('/digest subscribe 8am', 'terminal')).toEqual({
      id: 'digest subscribe',
      values: { text: '8am' },
    });
    expect(readCommandLine('/digest why', 'web')).toEqual({ id: 'digest why', values: {} });
    expect(readCommandLine('/digest stop', 'web')).toEqual({ id: 'digest pause', values: {} });
    expect(readCommandLine('/digest', 'terminal')).toEqual({ id: 'digest preview', values: {} });
    expect(readCommandLine('/digest preview harbour', 'web')).toEqual({
      id: 'digest preview',
      values: { text: 'harbour' },
    });
  });

  test.each(['brief', 'what is 1/2?', '/', '/ brief', '/1', '//', '/r/news', '/привет'])(
    '%s is no command',
    (line) => {
      expect(readCommandLine(line, 'terminal')).toBeUndefined();
    },
  );
});

test('a command asks the chat the same on every surface', () => {
  expect(commandIntent('ask', { question: 'Why?', story: 'a' })).toEqual({
    kind: 'ask',
    question: 'Why?',
    story: 'a',
  });
  expect(commandIntent('people', {})).toEqual({ kind: 'view', view: 'people' });
  expect(commandIntent('story', { story: 'a' })).toEqual({ kind: 'follow', story: 'a' });
  expect(commandIntent('story', {})).toEqual({ kind: 'stories' });
  expect(commandIntent('brief', { depth: 'changes' })).toEqual({ kind: 'view', view: 'changes' });
  expect(commandIntent('digest subscribe', { time: '8am', unchanged: 'line', channel: 'C1' })).toEqual({
    kind: 'digest',
    digest: { kind: 'subscribe', choices: { time: '8am', whenUnchanged: 'line' } },
    where: { kind: 'channel', channel: 'C1' },
  });
  expect(commandIntent('digest pause', { text: '2', me: true })).toEqual({
    kind: 'digest',
    digest: { kind: 'pause', subscription: '2' },
    where: { kind: 'me' },
  });
});
