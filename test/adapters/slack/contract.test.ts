import { describe } from 'vitest';
import type { SlackBlock } from '../../../adapters/slack/render/segment.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { describeAdapter, type Platform, type Seen } from '../../adapter-contract.ts';
import { labels } from '../../doubles/slack/person.ts';
import type { Message } from '../../doubles/slack/workspace.ts';
import { type Rig, startRig, type Way } from './rig.ts';
import { fullText } from './visible-text.ts';

describe.each<Way>(['http', 'socket'])('over %s', (way) => {
  describeAdapter(
    'slack',
    async (chat) =>
      new SlackPlatform(await startRig(way, { chat, clock: systemClock, pace: { atOnce: 100, pauseMs: 1 } })),
  );
});

/** One person in one thread of a channel. */
class SlackPlatform implements Platform {
  readonly #rig: Rig;
  readonly #ada;
  readonly #channel;
  #root: string | undefined;
  #last: object | undefined;

  constructor(rig: Rig) {
    this.#rig = rig;
    this.#ada = rig.double.person();
    this.#channel = rig.double.channel([this.#ada]);
  }

  get adapter() {
    return this.#rig.slack;
  }

  say(text: string): Promise<Seen> {
    return this.#newMessages(() => this.#mention(text));
  }

  press(label: string): Promise<Seen> {
    return this.#newMessages(() => this.#ada.press(this.#newest(), label));
  }

  pressForged(value: string): Promise<Seen> {
    const action = { type: 'button', action_id: 'chat.0', block_id: 'b', value };
    return this.#newMessages(() => this.#ada.pressRaw(this.#newest(), action));
  }

  call(text: string): void {
    void this.#mention(text).catch(() => {});
  }

  botsSay(text: string): void {
    const { double } = this.#rig;
    const written = this.#ada.write(this.#channel, `<@${double.botUser}> ${text}`);
    const event = double.payloads.message('app_mention', this.#channel, written);
    void double.announce({ ...event, bot_id: 'B0009', user: 'U0009' });
    void double.announce({ ...event, user: double.botUser });
  }

  async redeliver(): Promise<void> {
    if (this.#last) await this.#ada.deliver(this.#last, { number: 1, reason: 'http_timeout' });
    await this.#rig.settled();
  }

  count(): number {
    return this.#fromBot().length;
  }

  refused(): readonly string[] {
    const { calls } = this.#rig.double.state;
    return calls
      .filter(({ outcome }) => outcome !== 'ok')
      .map(({ method, outcome }) => `${method}: ${outcome}`);
  }

  async stop(): Promise<void> {
    await this.#rig[Symbol.asyncDispose]();
  }

  async #mention(text: string): Promise<void> {
    const { botUser } = this.#rig.double;
    // Slack sends what people type with these three escaped.
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const written = this.#ada.write(this.#channel, `<@${botUser}> ${escaped}`, this.#root);
    this.#root ??= written.ts;
    this.#last = this.#ada.eventOf('app_mention', this.#channel, written);
    await this.#ada.deliver(this.#last);
  }

  async #newMessages(cause: () => Promise<unknown>): Promise<Seen> {
    const before = this.count();
    await cause();
    await this.#rig.settled();
    const messages = this.#fromBot().slice(before);
    return {
      // The sign before what is no answer is a picture and a space.
      text: messages
        .map(({ blocks }) => fullText(blocks as readonly SlackBlock[]))
        .join('\n')
        .trim(),
      buttons: messages.flatMap(labels),
      notifies: messages.some(notifies),
    };
  }

  #fromBot(): readonly Message[] {
    return this.#rig.double.state.workspace.messages.filter(({ bot }) => bot);
  }

  #newest(): Message {
    const newest = this.#fromBot().at(-1);
    if (!newest) throw new Error('the bot has said nothing');
    return newest;
  }
}

/** A control sequence that names people, or an element that does. */
function notifies({ text, blocks }: Message): boolean {
  const sequence = /<(?:@|!(?!date\^)|#)/;
  const named = /"type":"(?:user|usergroup|broadcast|channel)"/;
  const mrkdwn = JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [];
  return (
    sequence.test(text) || named.test(JSON.stringify(blocks)) || mrkdwn.some((one) => sequence.test(one))
  );
}
