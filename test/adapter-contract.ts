import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../src/chat/adapter.ts';
import type { Chat } from '../src/chat/chat.ts';
import { createChat } from '../src/chat/create-chat.ts';
import { plainText } from '../src/chat/plain-text.ts';
import type { Asker } from '../src/chat/request.ts';
import { GOLDEN_CONVERSATION, goldenChat } from './support/golden.ts';
import { asker, BRIDGE, MORNING, shelfWith } from './support/stories.ts';

/** What people see of one answer, all its messages together. */
export interface Seen {
  /** As plain text: links as `words (address)`, citations as [¶5], lists with `• `; layout does not matter. */
  readonly text: string;
  /** Labels of the buttons under it, in order. */
  readonly buttons: readonly string[];
  /** True when anything in it would notify somebody. */
  readonly notifies: boolean;
}

/** One platform's double with the adapter running, as one person in one conversation meets it. */
export interface Platform {
  readonly adapter: Adapter;
  /** Says something to the bot, going on with the same thread, chain or DM each time. */
  say(text: string): Promise<Seen>;
  /** Presses a button of the newest answer. */
  press(label: string): Promise<Seen>;
  /** Presses a button that carries this, whoever made it. */
  pressForged(packed: string): Promise<Seen>;
  /** Says something without waiting for the answer. */
  call(text: string): void;
  /** Another bot, and the bot itself as the platform echoes it, say something to the bot. */
  botsSay(text: string): void;
  /** The platform delivers its last event to the bot once more. */
  redeliver(): Promise<void>;
  /** Messages of the bot's that are there. */
  count(): number;
  /** What the platform would have refused of what the adapter sent. */
  refused(): readonly string[];
  stop(): Promise<void>;
}

/** @param start a platform of its own for each test, with this chat behind the adapter */
export function describeAdapter(name: Asker['platform'], start: (chat: Chat) => Promise<Platform>): void {
  describe(`${name}, as every adapter`, () => {
    let platform: Platform;
    let gate: Gate;

    const begin = async (chat: Chat): Promise<void> => {
      gate = new Gate(chat);
      platform = await start(gate);
    };
    /** The same conversation held with a chat of its own: what there is to be seen. */
    const reference = (chat: Chat) => {
      const who = asker({ platform: name, conversation: 'reference' });
      return async (text: string) => chat.handle({ asker: who, intent: { kind: 'say', text }, at: MORNING });
    };

    beforeEach(() => begin(createChat({ stories: shelfWith(BRIDGE) })));
    afterEach(async () => {
      gate.open();
      expect(platform.refused()).toEqual([]);
      await platform.stop();
    });

    it('says what the chat says, word for word, through the whole golden conversation', async () => {
      await platform.stop();
      await begin(goldenChat());
      const ask = reference(goldenChat());
      for (const said of GOLDEN_CONVERSATION) {
        const reply = await ask(said);
        const seen = await platform.say(said);
        expect(words(seen.text), said).toBe(words(plainText(reply)));
        expect(reply.actions.map(({ label }) => label)).toEqual(expect.arrayContaining([...seen.buttons]));
      }
    });

    // Who is on a web page has no name: they are nobody who could come back.
    const returning = name === 'web' ? 'knows nobody who comes back' : 'tells who comes back what is new';
    it(returning, async () => {
      await platform.stop();
      const stories = shelfWith(BRIDGE);
      await begin(createChat({ stories }));
      await platform.say('brief me');
      for (const cost of ['15 million', '16 million']) stories.replace(BRIDGE.replace('14 million', cost));
      const brief = await platform.say('brief me');
      // On the platforms it is asked in a channel, where others are.
      expect(brief.text.includes('you read version 1')).toBe(name === 'terminal');
      expect(brief.buttons.includes('What’s new')).toBe(name !== 'web');
      const news = name === 'web' ? await platform.say('what’s new?') : await platform.press('What’s new');
      expect(news.text).toContain(`[¶3, version ${name === 'web' ? 2 : 1}]`);
    });

    it('understands a follow-up', async () => {
      await platform.say('What did Ingrid Solheim say?');
      expect((await platform.say('and how much does she expect the repairs to cost?')).text).toContain(
        '14 million',
      );
    });

    it('tells plainly that the story does not say', async () => {
      expect((await platform.say('Who won the chess championship?')).text).toMatch(
        /^The story doesn’t say\./,
      );
    });

    it('does what a button says', async () => {
      await platform.say('brief me');
      expect((await platform.press('Quotes')).text).toContain('Nobody should have to swim to work');
    });

    it.each([
      '1:view:harbour-bridge:everything',
      '1:ask:',
      'x',
      '{"kind":"ask"}',
      '1:brief:no-such-story:short',
    ])('answers the forged button %s politely', async (packed) => {
      await platform.say('brief me');
      expect((await platform.pressForged(packed)).text).not.toBe('');
    });

    it('keeps hostile words harmless, in stories and in questions', async () => {
      await platform.stop();
      await begin(createChat({ stories: shelfWith(HOSTILE) }));
      const ask = reference(createChat({ stories: shelfWith(HOSTILE) }));
      for (const said of [
        'brief me',
        'what is @everyone told?',
        'quotes',
        '<!channel> ||what|| [x](https://e.example)',
      ]) {
        const seen = await platform.say(said);
        expect(seen.notifies).toBe(false);
        expect(words(seen.text)).toBe(words(plainText(await ask(said))));
      }
    });

    it('answers nobody but people', async () => {
      platform.botsSay('What did Ingrid Solheim say?');
      await platform.say('hello');
      expect(platform.count()).toBe(1);
    });

    it('answers an event once, however often it is delivered', async () => {
      await platform.say('What did Ingrid Solheim say?');
      await platform.redeliver();
      await platform.say('hello');
      expect(platform.count()).toBe(2);
    });

    it('finishes what is running when it is stopped, and takes no more', async () => {
      gate.close();
      platform.call('What did Ingrid Solheim say?');
      await gate.entered;
      const stopping = platform.adapter.stop();
      platform.call('hello');
      gate.open();
      await stopping;
      expect(platform.count()).toBe(1);
      expect(platform.adapter.state()).toEqual({ kind: 'off' });
    });

    it('has something to say when there is no story', async () => {
      await platform.stop();
      await begin(createChat({ stories: shelfWith() }));
      expect((await platform.say('brief me')).text).not.toBe('');
    });
  });
}

const HOSTILE = `---
title: "@everyone **reads** <@123456789012345678> <!channel>"
slug: hostile
source: The [Daily](https://evil.example) \`Star\`
---

The mayor told @everyone and <!here> that *nothing* was ~struck~ out, ||hidden|| or <https://evil.example|linked>.

“# No heading, > no quote & no [link](https://evil.example)”, said Ann_Lee_Smith of the *Star*.

Mr. Brown counted 5 <b>bold</b> & 3 &lt;small&gt; signs at https://evil.example/a_b_c on Monday.
`;

/** A chat that can be made to wait, so that a test can act while an answer is under way. */
class Gate implements Chat {
  readonly #chat: Chat;
  #opened = Promise.withResolvers<void>();
  readonly #entered = Promise.withResolvers<void>();
  readonly entered = this.#entered.promise;

  constructor(chat: Chat) {
    this.#chat = chat;
    this.#opened.resolve();
  }

  close(): void {
    this.#opened = Promise.withResolvers();
  }

  open(): void {
    this.#opened.resolve();
  }

  async handle(request: Parameters<Chat['handle']>[0]) {
    this.#entered.resolve();
    await this.#opened.promise;
    return this.#chat.handle(request);
  }

  stories(prefix: string) {
    return this.#chat.stories(prefix);
  }

  questions(...given: Parameters<Chat['questions']>) {
    return this.#chat.questions(...given);
  }

  encode(intent: Parameters<Chat['encode']>[0]) {
    return this.#chat.encode(intent);
  }

  decode(packed: string) {
    return this.#chat.decode(packed);
  }
}

/** Line breaks and spaces are the layout's. */
function words(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
