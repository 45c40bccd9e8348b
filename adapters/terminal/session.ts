import type { Action } from '../../src/chat/action.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { readCommandLine } from '../../src/chat/command-line.ts';
import type { Reply, StoryRef } from '../../src/chat/reply.ts';
import type { Asker, ConversationKey, Intent } from '../../src/chat/request.ts';
import { picksOf } from './picks.ts';

/** What a typed line led to. */
export interface Turn {
  /** The words of the choice, when a number picked one. */
  readonly picked?: string;
  readonly reply?: Reply;
  /** The person wants to leave. */
  readonly leave?: true;
}

const ASKER: Asker = {
  platform: 'terminal',
  workspace: '',
  channel: 'terminal',
  user: 'local',
  conversation: 'terminal' as ConversationKey,
  manager: true,
};

/** One person's talk with the bot at a terminal: turns lines into requests and remembers what numbers pick. */
export class Session {
  readonly #chat: Chat;
  readonly #now: () => number;
  #picks: readonly Action[] = [];
  #story: StoryRef | undefined;

  constructor(chat: Chat, now: () => number) {
    this.#chat = chat;
    this.#now = now;
  }

  /** The story of the last reply that spoke of one. */
  get story(): StoryRef | undefined {
    return this.#story;
  }

  /** Answers a line; a blank one leads to nothing. */
  async take(line: string): Promise<Turn> {
    const said = line.trim();
    if (said === '') return {};
    if (leaves(said)) return { leave: true };
    const action = /^\d{1,2}$/.test(said) ? this.#picks[Number(said) - 1] : undefined;
    if (action)
      return { picked: action.label, reply: await this.ask({ kind: 'action', action: action.intent }) };
    return { reply: await this.ask({ kind: 'say', text: said }) };
  }

  /** Puts an intent to the bot. */
  async ask(intent: Intent): Promise<Reply> {
    const reply = await this.#chat.handle({ asker: ASKER, intent, at: this.#now() });
    const picks = picksOf(reply);
    // A reply without choices leaves the last ones standing: they are still on the screen.
    if (picks.length > 0) this.#picks = picks;
    this.#story = reply.story ?? this.#story;
    return reply;
  }
}

function leaves(said: string): boolean {
  const command = readCommandLine(said, 'terminal');
  return (
    /^(?:quit|exit|:q)$/i.test(said) || (command !== undefined && 'id' in command && command.id === 'quit')
  );
}
