import { describe, expect, it } from 'vitest';
import { readSlashCommand } from '../../../../adapters/slack/incoming/command-text.ts';

const intent = (meant: object, isPublic = false) => ({ kind: 'intent', intent: meant, public: isPublic });

describe('a slash command', () => {
  it.each([
    ['/ask', 'who is psaki', intent({ kind: 'ask', question: 'who is psaki' })],
    ['/ask', 'public who is psaki', intent({ kind: 'ask', question: 'who is psaki' }, true)],
    ['/ask', 'publicly, who?', intent({ kind: 'ask', question: 'publicly, who?' })],
    ['/ask', 'in the harbour: who?', intent({ kind: 'ask', story: 'the harbour', question: 'who?' })],
    [
      '/ask',
      'public In harbour : at 5:30?',
      intent({ kind: 'ask', story: 'harbour', question: 'at 5:30?' }, true),
    ],
    ['/ask', 'in Kyiv: what?', intent({ kind: 'ask', question: 'in Kyiv: what?' })],
    ['/ask', 'in harbour:', intent({ kind: 'ask', question: 'in harbour:' })],
    ['/ask', '', intent({ kind: 'say', text: '' })],
    ['/ask', 'line one\nline two', intent({ kind: 'ask', question: 'line one\nline two' })],
    ['/brief', '', intent({ kind: 'brief' })],
    ['/brief', 'public full', intent({ kind: 'brief', depth: 'full' }, true)],
    ['/brief', 'harbour line', intent({ kind: 'brief', depth: 'line', story: 'harbour' })],
    ['/backstory', '', intent({ kind: 'help' })],
    ['/backstory', 'help', intent({ kind: 'help' })],
    ['/backstory', 'story', intent({ kind: 'stories' })],
    ['/backstory', 'story the harbour', intent({ kind: 'follow', story: 'the harbour' })],
    ['/backstory', 'forget', intent({ kind: 'forget' })],
    ['/backstory', 'constructor', intent({ kind: 'help' })],
    ['/backstory', 'public', intent({ kind: 'help' })],
    ['/backstory', 'replies channel', { kind: 'replies', where: 'channel' }],
    ['/backstory', 'replies THREAD ', { kind: 'replies', where: 'thread' }],
    ['/backstory', 'replies', { kind: 'replies', where: undefined }],
    ['/unknown', 'x', intent({ kind: 'help' })],
  ])('%s %j', (command, text, meant) => {
    expect(readSlashCommand(command, text, (name) => /harbour$/.test(name))).toEqual(meant);
  });
});
