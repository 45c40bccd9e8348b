import type { Chat } from '../../../src/chat/chat.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import type { Log } from '../../../src/ops/log.ts';
import { LIMITS } from '../limits.ts';
import type { ExtraButton } from '../render/action-blocks.ts';
import { type Part, renderReply } from '../render/render-reply.ts';
import type { Barrier, Failure } from './failure.ts';
import type { KeptReplies } from './kept-replies.ts';
import type { Destination, Poster, Sent } from './poster.ts';

/** The buttons that are ours, not the chat core's. */
export const OWN_ACTIONS = { share: 'own.share', rest: 'own.rest', again: 'own.again' } as const;

/** One use of a response_url is kept for taking the message back. */
const PARTS_BY_ADDRESS = LIMITS.responseUrlUses - 1;

export interface Speech {
  readonly to: Destination;
  /** Who is told, alone, when it fails or nobody knows whether it did. */
  readonly tell?: Destination;
  /** Parts shown before. */
  readonly from?: number;
  /** Offers to show it to the channel. */
  readonly shareable?: boolean;
}

export interface SpeakerOptions {
  readonly chat: Pick<Chat, 'encode'>;
  readonly poster: Poster;
  readonly kept: KeptReplies;
  readonly log: Log;
  /** A token that is good for nothing any more. */
  readonly onDead: (reason: string, to: Destination) => void;
}

/** Says replies on Slack, and says what went wrong to whoever can do something about it. */
export class Speaker {
  readonly #options: SpeakerOptions;

  constructor(options: SpeakerOptions) {
    this.#options = options;
  }

  /** Renders and sends a reply; never rejects for anything Slack does. */
  async say(reply: Reply, speech: Speech): Promise<Sent> {
    const parts = await this.#parts(reply, speech);
    const sent = await this.#options.poster.send(speech.to, parts);
    if (sent.failure) await this.#afterFailure(reply, speech, sent);
    return sent;
  }

  /** A reply's messages as they are sent to a channel. */
  render(reply: Reply): readonly Part[] {
    return renderReply(reply, this.#options.chat.encode);
  }

  async #parts(reply: Reply, { to, from = 0, shareable }: Speech): Promise<readonly Part[]> {
    const { chat, kept } = this.#options;
    const extra: ExtraButton[] = [];
    if (shareable) {
      const value = await kept.keep({ reply, from: 0 });
      extra.push({ actionId: OWN_ACTIONS.share, label: slackWording.share, value });
    }
    const parts = renderReply(reply, chat.encode, extra).slice(from);
    if (to.kind !== 'address' || parts.length <= PARTS_BY_ADDRESS) return parts;
    const shown = parts.slice(0, PARTS_BY_ADDRESS);
    const value = await kept.keep({ reply, from: from + PARTS_BY_ADDRESS });
    const button: ExtraButton = { actionId: OWN_ACTIONS.rest, label: slackWording.showRest, value };
    return shown.map((part, index) => (index === shown.length - 1 ? withButton(part, button) : part));
  }

  async #afterFailure(reply: Reply, { to, tell, from = 0 }: Speech, sent: Sent): Promise<void> {
    const { failure } = sent;
    if (!failure) return;
    const { log, kept, onDead } = this.#options;
    log.warn('a message to Slack failed', describe(failure, to));
    if (failure.kind === 'dead') onDead(failure.reason, to);
    if (failure.kind === 'barred' && tell) await this.#tell(tell, hintOf(failure.why));
    if (failure.kind === 'uncertain' && tell) {
      const thread = to.thread === undefined ? {} : { thread: to.thread };
      const value = await kept.keep({ reply, from: from + sent.stamps.length, ...thread });
      const button = { actionId: OWN_ACTIONS.again, label: slackWording.showAgain, value };
      await this.#tell(tell, slackWording.uncertain, button);
    }
  }

  /** A private word: told a second time when nobody knows whether it arrived, for it may well be seen twice. */
  async #tell(to: Destination, words: string, button?: ExtraButton): Promise<void> {
    const note: Reply = {
      tone: 'chat',
      blocks: [{ kind: 'prose', content: [{ kind: 'text', text: words }] }],
      actions: [],
    };
    const parts = renderReply(note, this.#options.chat.encode, button ? [button] : []);
    for (let attempt = 0; attempt < 4; attempt++) {
      const { failure } = await this.#options.poster.send(to, parts);
      if (failure?.kind !== 'uncertain') return;
    }
  }
}

/** What whoever asked can do about it. */
function hintOf(barrier: Barrier): string {
  switch (barrier.kind) {
    case 'not-in-channel':
      return slackWording.notInChannel;
    case 'archived':
      return slackWording.archived;
    case 'restricted':
      return slackWording.restricted;
    case 'missing-scope':
      return slackWording.missingScope;
    default:
      return barrier satisfies never;
  }
}

/** For the operator: what to mend, without a word of what was said. */
function describe(failure: Failure, to: Destination): Readonly<Record<string, unknown>> {
  const where = to.kind === 'address' ? { by: 'response_url' } : { channel: to.channel };
  if (failure.kind !== 'barred') return { ...failure, ...where };
  const { why } = failure;
  return why.kind === 'missing-scope'
    ? {
        ...where,
        remedy: `add the scope ${why.needed || 'it names'} to the app and install it again; "backstory slack manifest" lists all`,
      }
    : { ...where, why: why.kind };
}

function withButton(part: Part, { actionId, label, value }: ExtraButton): Part {
  const button = {
    type: 'button' as const,
    action_id: actionId,
    text: { type: 'plain_text' as const, text: label, emoji: false },
    value,
  };
  return { ...part, blocks: [...part.blocks, { type: 'actions', elements: [button] }] };
}
