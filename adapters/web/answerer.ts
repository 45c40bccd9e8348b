import type { Chat } from '../../src/chat/chat.ts';
import { readCommandLine } from '../../src/chat/command-line.ts';
import { InTurn } from '../../src/chat/in-turn.ts';
import type { Asker, ConversationKey, Intent } from '../../src/chat/request.ts';
import { webWording } from '../../src/chat/wording-web.ts';
import type { Clock } from '../../src/ops/clock.ts';
import { pressWords } from './press-words.ts';
import type { AskForm } from './read-form.ts';
import { newTalkKey, type TalkKey, type Talks, type Turn } from './talks.ts';

/** What came of a form. */
export interface Answered {
  /** What the talk goes on with; absent when it was forgotten. */
  readonly key: TalkKey | undefined;
  /** The talk as it stands, the new turn last. */
  readonly turns: readonly Turn[];
  readonly turn: Turn;
}

/** The button that forgets a talk; no action of the chat's packs to it. */
const FORGET = 'forget';

/** Puts forms to the chat as one person's talk, and waits for what is running when it is to stop. */
export class Answerer {
  readonly #chat: Chat;
  readonly #clock: Clock;
  readonly #talks: Talks;
  readonly #inTurn = new InTurn();
  readonly #running = new Set<Promise<Answered>>();

  constructor(parts: { readonly chat: Chat; readonly clock: Clock; readonly talks: Talks }) {
    this.#chat = parts.chat;
    this.#clock = parts.clock;
    this.#talks = parts.talks;
  }

  /** Answers a form. One that was sent before, by a second press or a reload, gets the answer it got. */
  async answer(form: AskForm): Promise<Answered> {
    const key = form.talk ?? newTalkKey();
    // One after the other, so that the second of two presses finds what came of the first.
    const running = this.#inTurn.run(key, () => this.#answer(key, form));
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Resolves when nothing is running any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  async #answer(key: TalkKey, form: AskForm): Promise<Answered> {
    const at = this.#clock.now();
    const before = this.#talks.turns(key, at);
    const { said, intent } = this.#meaning(form);
    const same = before.find((turn) => turn.number === form.turn && turn.said === said);
    if (same !== undefined) return { key, turns: before, turn: same };
    const reply = await this.#chat.handle({ asker: askerOf(key), intent, at });
    if (intent.kind === 'forget') {
      this.#talks.forget(key);
      const turn = { number: 0, said, reply };
      return { key: undefined, turns: [turn], turn };
    }
    const last = this.#talks.turns(key, at).at(-1)?.number ?? -1;
    // What a restart took, or another process has, still counts: the page goes on from there.
    const number = Math.max(last + 1, form.talk === undefined ? 0 : (form.turn ?? 0));
    const turn = { number, said, reply };
    this.#talks.add(key, turn, at);
    return { key, turns: this.#talks.turns(key, at), turn };
  }

  #meaning({ said, press, story }: AskForm): { readonly said: string; readonly intent: Intent } {
    const words = said.trim();
    const about = story === '' ? {} : { story };
    if (press === FORGET) return { said: webWording.forget, intent: { kind: 'forget' } };
    if (press !== undefined) {
      const action = this.#chat.decode(press);
      const intent: Intent = action ? { kind: 'action', action } : { kind: 'stale' };
      return { said: pressWords(action, this.#chat), intent };
    }
    const command = readCommandLine(words, 'web');
    if (command && 'id' in command && command.id === 'forget') {
      return { said: words, intent: { kind: 'forget' } };
    }
    return { said: words, intent: { kind: 'say', text: words, ...about } };
  }
}

/** A talk is a channel of its own with one person in it, who changes nothing for others. */
function askerOf(key: TalkKey): Asker {
  return {
    platform: 'web',
    workspace: '',
    channel: key,
    user: key,
    conversation: `web:${key}` as ConversationKey,
    passing: true,
    manager: false,
  };
}
