import type { Chat } from '../../../src/chat/chat.ts';
import { forOthers } from '../../../src/chat/for-others.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import type { Log } from '../../../src/ops/log.ts';
import type { Workspace } from '../install/authorizer.ts';
import { LIMITS } from '../limits.ts';
import { type ActionElement, makeButton } from '../render/action-blocks.ts';
import { type Part, renderReply } from '../render/render-reply.ts';
import { describeFailure, hintOf } from './describe-failure.ts';
import type { Failure } from './failure.ts';
import type { KeptReplies, Way } from './kept-replies.ts';
import type { Destination, Poster, Sent } from './poster.ts';

/** The buttons that are ours, not the chat core's. */
export const OWN_ACTIONS = { share: 'own.share', rest: 'own.rest', again: 'own.again' } as const;

/** One use of a response_url is kept for taking the message back. */
const PARTS_BY_ADDRESS = LIMITS.responseUrlUses - 1;

export interface Speech {
  readonly to: Destination;
  readonly workspace: Workspace;
  /** Where it goes when the bot may not post there, or the address is too old. */
  readonly otherwise?: Destination;
  /** Where whoever asked is told, alone, that nobody knows whether it arrived. */
  readonly whisper: Destination;
  /** Where they are told what keeps it from arriving. */
  readonly hint: Destination;
  /** The first part to send. */
  readonly from?: number;
  /** Offers to show it to the channel. */
  readonly shareable?: boolean;
  /** Stands behind the reply's own buttons. */
  readonly extra?: readonly ActionElement[];
}

export interface SpeakerOptions {
  readonly chat: Pick<Chat, 'encode'>;
  readonly poster: Poster;
  readonly kept: KeptReplies;
  readonly log: Log;
  /** A token that is good for nothing any more. */
  readonly onDead: (reason: string, workspace: Workspace) => void;
}

/** Says replies on Slack, and says what went wrong to whoever can do something about it. */
export class Speaker {
  readonly #options: SpeakerOptions;

  constructor(options: SpeakerOptions) {
    this.#options = options;
  }

  /** Renders and sends a reply; never rejects for anything Slack does. */
  async say(reply: Reply, speech: Speech): Promise<Sent> {
    const { poster } = this.#options;
    const sent = await poster.send(speech.to, await this.#parts(reply, speech));
    const { failure } = sent;
    const { otherwise, ...rest } = speech;
    if (failure && otherwise && isClosed(failure)) return this.say(reply, { ...rest, to: otherwise });
    if (failure) await this.#afterFailure(reply, speech, sent, failure);
    return sent;
  }

  async #parts(reply: Reply, speech: Speech): Promise<readonly Part[]> {
    const { chat, kept } = this.#options;
    const { to, from = 0, shareable, extra = [] } = speech;
    const elements = [...extra];
    if (shareable) {
      const id = await kept.keep({
        reply: forOthers(reply),
        from: 0,
        way: { kind: 'address', public: true },
      });
      elements.push(makeButton(OWN_ACTIONS.share, slackWording.share, id));
    }
    const parts = renderReply(reply, chat, elements).slice(from);
    if (to.kind !== 'address' || parts.length <= PARTS_BY_ADDRESS) return parts;
    const shown = parts.slice(0, PARTS_BY_ADDRESS);
    const id = await kept.keep({ reply, from: from + PARTS_BY_ADDRESS, way: wayOf(to) });
    const rest = makeButton(OWN_ACTIONS.rest, slackWording.showRest, id);
    return shown.map((part, index) => (index === shown.length - 1 ? withElement(part, rest) : part));
  }

  async #afterFailure(reply: Reply, speech: Speech, { stamps }: Sent, failure: Failure): Promise<void> {
    const { log, kept, onDead } = this.#options;
    const { to, from = 0, whisper, hint, workspace } = speech;
    log.warn(describeFailure(failure, to), 'a message to Slack failed');
    if (failure.kind === 'dead') onDead(failure.reason, workspace);
    if (failure.kind === 'barred') await this.#tell(hint, hintOf(failure.why));
    if (failure.kind === 'uncertain') {
      const id = await kept.keep({ reply, from: from + stamps.length, way: wayOf(to) });
      const again = makeButton(OWN_ACTIONS.again, slackWording.showAgain, id);
      await this.#tell(whisper, slackWording.uncertain, [again]);
    }
  }

  /** A private word: told again when nobody knows whether it arrived, for this may well be seen twice. */
  async #tell(to: Destination, words: string, elements: readonly ActionElement[] = []): Promise<void> {
    const parts = renderReply(noteReply(words), this.#options.chat, elements);
    for (let attempt = 0; attempt < 4; attempt++) {
      const { failure } = await this.#options.poster.send(to, parts);
      if (failure?.kind !== 'uncertain') return;
    }
  }
}

/** One line of our own. */
export function noteReply(words: string): Reply {
  return {
    tone: 'chat',
    blocks: [{ kind: 'prose', content: [{ kind: 'text', text: words }] }],
    actions: [],
  };
}

/** Nothing can be said there, and nothing was. */
function isClosed(failure: Failure): boolean {
  if (failure.kind === 'barred') return failure.why.kind === 'not-in-channel';
  return failure.kind === 'gone';
}

function wayOf(to: Destination): Way {
  if (to.kind === 'address') return { kind: 'address', public: to.public };
  return { kind: 'channel', ...(to.thread !== undefined && { thread: to.thread }) };
}

function withElement(part: Part, element: ActionElement): Part {
  return { ...part, blocks: [...part.blocks, { type: 'actions', elements: [element] }] };
}
