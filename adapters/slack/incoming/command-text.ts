import { commandIntent } from '../../../src/chat/command-intent.ts';
import { readCommandLine } from '../../../src/chat/command-line.ts';
import type { Intent } from '../../../src/chat/request.ts';

/** A slash command, understood. */
export type SlashCommand =
  | { readonly kind: 'intent'; readonly intent: Intent; readonly public: boolean }
  /** `/backstory replies thread|channel`; undefined for anything else after `replies`. */
  | { readonly kind: 'replies'; readonly where: 'thread' | 'channel' | undefined };

/** Whether a story is called so, in full or by a beginning. */
export type NamesStory = (name: string) => boolean;

/** Commands that take `public` as their first word. */
const SHOWABLE: ReadonlySet<string> = new Set(['/ask', '/brief']);

/**
 * What a slash command asks for. `/backstory` with anything it does not know is a request for help. Of all
 * commands only `/ask` takes words that may be anything: it names its story as `in the story: …`.
 */
export function readSlashCommand(command: string, text: string, namesStory: NamesStory): SlashCommand {
  const [, publicly, given = ''] = /^(public\b)?\s*(.*)$/isu.exec(text.trim()) ?? [];
  const isPublic = publicly !== undefined && SHOWABLE.has(command);
  const rest = isPublic ? given : text.trim();
  if (command === '/backstory') {
    const [, word = '', further = ''] = /^(\S*)\s*(.*)$/su.exec(rest) ?? [];
    if (word.toLowerCase() === 'replies') return { kind: 'replies', where: placeNamed(further) };
  }
  return { kind: 'intent', public: isPublic, intent: intentOf(command, rest, namesStory) };
}

function intentOf(command: string, rest: string, namesStory: NamesStory): Intent {
  if (command === '/ask' && rest === '') return { kind: 'say', text: '' };
  const [, story = '', question = ''] = /^in\s+([^:]{1,120}?)\s*:\s*(\S.*)$/isu.exec(rest) ?? [];
  // "In Kyiv: what did he say?" is a question like any other where no story is called Kyiv.
  if (command === '/ask' && story !== '' && namesStory(story)) return { kind: 'ask', question, story };
  const line = readCommandLine(`${command} ${rest}`.trim(), 'slack');
  if (!line || 'unknown' in line || line.id === 'quit') return { kind: 'help' };
  return commandIntent(line.id, line.values);
}

function placeNamed(text: string): 'thread' | 'channel' | undefined {
  const name = text.trim().toLowerCase();
  return name === 'thread' || name === 'channel' ? name : undefined;
}
