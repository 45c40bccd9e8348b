import { actionElements } from './check-blocks.ts';
import type { Delivered, Delivery, RetryMark } from './delivery.ts';
import type { DoubleState } from './double-state.ts';
import type { Payloads } from './payloads.ts';
import type { Channel, Message, User } from './workspace.ts';

/** Somebody in the workspace: writes, commands and presses, and Slack tells the app of it. */
export class Person {
  readonly user: User;
  readonly #state: DoubleState;
  readonly #payloads: Payloads;
  readonly #delivery: () => Delivery;
  readonly #bot: () => string;

  constructor(
    user: User,
    state: DoubleState,
    payloads: Payloads,
    delivery: () => Delivery,
    bot: () => string,
  ) {
    this.user = user;
    this.#state = state;
    this.#payloads = payloads;
    this.#delivery = delivery;
    this.#bot = bot;
  }

  /** Writes a message and tells nobody; `mention` and `directMessage` do. */
  write(channel: Channel, text: string, thread?: string): Message {
    return this.#state.workspace.add({
      channel: channel.id,
      user: this.user.id,
      bot: false,
      text,
      blocks: [],
      ...(thread && { thread }),
      unfurls: true,
    });
  }

  /** Writes `@Backstory …` in a channel or a thread of it. */
  async mention(channel: Channel, text: string, thread?: string): Promise<Message> {
    const written = this.write(channel, `<@${this.#bot()}> ${text}`, thread);
    await this.deliver(this.eventOf('app_mention', channel, written));
    return written;
  }

  /** Writes to the bot alone. */
  async directMessage(text: string, thread?: string): Promise<Message> {
    const channel = this.directChannel();
    const written = this.write(channel, text, thread);
    await this.deliver(this.eventOf('message', channel, written));
    return written;
  }

  directChannel(): Channel {
    return this.#state.workspace.directChannel(this.user.team, this.user.id, this.#bot());
  }

  /** Changes a mention, as Slack tells of it: the same message, `edited`, in a new event. */
  async editMention(channel: Channel, message: Message, text: string): Promise<void> {
    message.text = `<@${this.#bot()}> ${text}`;
    const now = this.#state.workspace.stamp();
    const event = {
      ...this.#payloads.message('app_mention', channel, message),
      edited: { user: this.user.id, ts: now },
      event_ts: now,
    };
    await this.deliver(this.#payloads.event(this.user.team, event));
  }

  /** Changes a direct message: `message_changed`. */
  async editDirectMessage(message: Message, text: string): Promise<void> {
    const channel = this.directChannel();
    const now = this.#state.workspace.stamp();
    const before = this.#payloads.message('message', channel, message);
    message.text = text;
    const event = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel: channel.id,
      channel_type: 'im',
      ts: now,
      event_ts: now,
      message: {
        ...this.#payloads.message('message', channel, message),
        edited: { user: this.user.id, ts: now },
      },
      previous_message: before,
    };
    await this.deliver(this.#payloads.event(this.user.team, event));
  }

  slash(channel: Channel, command: string, text = ''): Promise<Delivered> {
    return this.deliverSlash(this.#payloads.slash(this.user, channel, command, text));
  }

  deliverSlash(form: Readonly<Record<string, string>>): Promise<Delivered> {
    return this.#delivery().slash(form);
  }

  /** Presses the button with this label under a message. */
  press(message: Message, label: string): Promise<Delivered> {
    for (const block of message.blocks) {
      for (const element of actionElements(block)) {
        if (element.type === 'button' && labelOf(element) === label) {
          return this.pressRaw(message, {
            type: 'button',
            action_id: element.action_id,
            block_id: block.block_id ?? 'b1',
            text: element.text,
            value: element.value,
          });
        }
      }
    }
    throw new Error(`no button "${label}"; there are: ${labels(message).join(' | ')}`);
  }

  /** Sends any action of a message, forged ones too. */
  pressRaw(message: Message, action: object): Promise<Delivered> {
    return this.#delivery().interactive(
      this.#payloads.blockAction(this.user, message, { action_ts: '1', ...action }),
    );
  }

  pressInView(view: { id: string; type: string }, action: object): Promise<Delivered> {
    return this.#delivery().interactive(
      this.#payloads.viewAction(this.user, view, { action_ts: '1', ...action }),
    );
  }

  shortcut(message: Message, callback: string): Promise<Delivered> {
    return this.#delivery().interactive(this.#payloads.shortcut(this.user, message, callback));
  }

  /** Submits the modal this person has open, with values by action id. */
  submit(values: Readonly<Record<string, string>>): Promise<Delivered> {
    const [id, open] = this.openModal();
    const state: Record<string, Record<string, object>> = {};
    for (const [index, block] of open.view.blocks.entries()) {
      for (const element of actionElements(block)) {
        const name = element.action_id ?? '';
        const value = values[name];
        state[block.block_id ?? `b${index}`] = { [name]: stateOf(element, value) };
      }
    }
    this.#state.workspace.modals.delete(id);
    return this.#delivery().interactive(
      this.#payloads.viewSubmission(this.user, { ...open.view, id, hash: open.hash }, state),
    );
  }

  openModal() {
    const modal = [...this.#state.workspace.modals].findLast(([, { user }]) => user === this.user.id);
    if (!modal) throw new Error('no modal is open');
    return modal;
  }

  async openHome(): Promise<Delivered> {
    const channel = this.directChannel();
    return this.deliver(
      this.#payloads.event(this.user.team, {
        type: 'app_home_opened',
        user: this.user.id,
        channel: channel.id,
        tab: 'home',
        event_ts: this.#state.workspace.stamp(),
      }),
    );
  }

  suggest(where: object, ids: { action: string; block: string }, value: string): Promise<Delivered> {
    return this.#delivery().interactive(this.#payloads.suggestion(this.user, where, ids, value));
  }

  eventOf(type: 'message' | 'app_mention', channel: Channel, message: Message) {
    return this.#payloads.event(this.user.team, this.#payloads.message(type, channel, message));
  }

  deliver(payload: object, retry?: RetryMark): Promise<Delivered> {
    return this.#delivery().event(payload, retry);
  }
}

/** What the buttons under a message say; to the ear, when that is more than to the eye. */
export function labels(message: Message): readonly string[] {
  return message.blocks
    .flatMap(actionElements)
    .flatMap((element) => (element.type === 'button' ? [labelOf(element)] : []));
}

function labelOf(button: {
  readonly text: { readonly text: string };
  readonly accessibility_label?: string | undefined;
}) {
  return button.accessibility_label ?? button.text.text;
}

type Field = ReturnType<typeof actionElements>[number];

/** A field as a submitted form carries it: what was filled in, else what it opened with. */
function stateOf(element: Field, value: string | undefined): object {
  const { type } = element;
  const asOption = (one: string) => ({ text: { type: 'plain_text', text: one }, value: one });
  switch (type) {
    case 'plain_text_input':
      return { type, value: value ?? element.initial_value ?? null };
    case 'timepicker':
      return { type, selected_time: value ?? element.initial_time ?? null };
    case 'conversations_select':
      return { type, selected_conversation: (value ?? element.initial_conversation) || null };
    case 'checkboxes': {
      const checked = value?.split(',').map(asOption) ?? element.initial_options ?? [];
      return { type, selected_options: checked };
    }
    case 'external_select':
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: value ? asOption(value) : (element.initial_option ?? null) };
    default:
      return { type };
  }
}
