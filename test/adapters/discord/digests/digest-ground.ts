import { PermissionFlagsBits } from 'discord.js';
import { startDiscord } from '../../../../adapters/discord/start-discord.ts';
import type { Adapter } from '../../../../src/chat/adapter.ts';
import { createChat } from '../../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../../src/chat/shared-readings.ts';
import { createBrokenNotice } from '../../../../src/digest/broken-notice.ts';
import { createCompose } from '../../../../src/digest/compose.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { AService, TestTime } from '../../../digest/a-service.ts';
import type { FieldValue } from '../../../doubles/discord/interaction-payload.ts';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Channel, Person, StoredInteraction, StoredMessage } from '../../../doubles/discord/world.ts';
import { silentLog } from '../../../support/every-store.ts';
import { digestsOver } from '../../../support/stored-digests.ts';
import { BRIDGE, shelfWith, type TestShelf } from '../../../support/stories.ts';
import { settingsFor, startBot, type TestBot } from '../start-bot.ts';

const MINUTE = 60_000;

/** Everything there is between somebody's command and their digest, on one Discord. */
export class DigestGround {
  readonly store: Store;
  readonly stories: TestShelf;
  readonly time: TestTime;
  readonly bot: TestBot;
  /** May manage channels. */
  readonly editor: Person;
  readonly service: AService;

  #again: Adapter | undefined;

  private constructor(
    parts: Pick<DigestGround, 'store' | 'stories' | 'time' | 'bot' | 'editor' | 'service'>,
  ) {
    ({
      store: this.store,
      stories: this.stories,
      time: this.time,
      bot: this.bot,
      editor: this.editor,
      service: this.service,
    } = parts);
  }

  static async start(): Promise<DigestGround> {
    // Discord's ids tell the real time; all of this happens a little before it.
    const time = new TestTime(new Date(Date.now() - 60 * MINUTE).toISOString());
    const store = await openStore({ kind: 'memory' }, { log: silentLog, now: time.now() });
    const stories = shelfWith(BRIDGE);
    const editors: Person[] = [];
    const bot = await startBot({
      ...partsOver(store, stories),
      clock: time,
      before: ({ world }) => {
        const [guild] = world.guilds.values();
        const editor = world.addPerson('Editor');
        editors.push(editor);
        if (guild) world.join(guild, editor, PermissionFlagsBits.ManageChannels);
      },
    });
    const { courier } = bot.adapter;
    const [editor] = editors;
    if (!courier || !editor) throw new Error('the adapter has no courier');
    const compose = createCompose({ stories, read: sharedReadings() });
    const service = new AService({ store, courier, time, compose });
    return new DigestGround({ store, stories, time, bot, editor, service });
  }

  /** The bot starts anew over the same store, as after a crash. */
  async restart(): Promise<void> {
    await this.bot.adapter.stop();
    this.#again = await startDiscord({
      settings: settingsFor(this.bot.discord),
      ...partsOver(this.store, this.stories),
      log: silentLog,
      clock: this.time,
    });
  }

  async stop(): Promise<void> {
    await this.#again?.stop();
    await this.bot.stop();
    await this.store.close();
  }

  settled(used: StoredInteraction): Promise<StoredInteraction> {
    return this.bot.discord.people.settled(used);
  }

  /** Uses `/digest SUB` as the editor, in the bot's channel unless told otherwise. */
  digest(
    sub: string,
    values: Record<string, string | boolean | Channel> = {},
    person = this.editor,
    channel = this.bot.channel,
  ): Promise<StoredInteraction> {
    const gesture = { kind: 'command', name: 'digest', options: { sub, values } } as const;
    return this.settled(this.bot.discord.people.use(person, channel, gesture));
  }

  press(message: StoredMessage | undefined, label: string, person = this.editor): Promise<StoredInteraction> {
    const button = readMessage(message?.body).buttons.find((each) => each.label === label);
    if (!message || !button) throw new Error(`there is no button ${label}`);
    const gesture = { kind: 'button', customId: button.customId, message } as const;
    return this.settled(this.bot.discord.people.use(person, message.channel, gesture));
  }

  /** Sends a form as it was opened, but for what is changed. */
  fill(
    opened: StoredInteraction,
    changed: Record<string, FieldValue>,
    person = this.editor,
  ): Promise<StoredInteraction> {
    const form = JSON.parse(JSON.stringify(opened.data));
    const fields: Record<string, FieldValue> = {};
    for (const { component } of form.components) fields[component.custom_id] = this.#openedWith(component);
    const gesture = { kind: 'modal', customId: form.custom_id, fields: { ...fields, ...changed } } as const;
    return this.settled(this.bot.discord.people.use(person, opened.channel, gesture));
  }

  #openedWith(component: {
    readonly type: number;
    readonly value?: string;
    readonly options?: readonly { readonly value: string; readonly default: boolean }[];
    readonly channel_types?: unknown;
    readonly default_values?: readonly { readonly id: string }[];
  }): FieldValue {
    if (component.channel_types) {
      const ids = (component.default_values ?? []).map(({ id }) => id);
      return { channels: ids.flatMap((id) => this.bot.discord.world.channels.get(id) ?? []) };
    }
    const picked = component.options?.filter((option) => option.default);
    return picked ? picked.map(({ value }) => value) : (component.value ?? '');
  }

  /** UTC, two minutes from now. */
  soon(): string {
    return new Date(this.time.now() + 2 * MINUTE).toISOString().slice(11, 16);
  }

  /** Digests, and notices to owners, that a channel was sent. */
  sent(channel = this.bot.channel): readonly StoredMessage[] {
    return this.bot.discord.world
      .botMessages()
      .filter((message) => message.channel === channel && message.nonce !== undefined);
  }

  /** Tells owners of digests that were stopped what the service tells them. */
  async tellOwners(): Promise<void> {
    await this.service.tellOwners(createBrokenNotice(this.stories));
  }

  async passMinutes(minutes: number): Promise<void> {
    this.time.pass(minutes * MINUTE);
    await this.service.run();
  }
}

/** What an interaction was answered, as text. */
export function said({ original }: StoredInteraction): string {
  return readMessage(original?.body).text;
}

/** What a process makes anew when it starts. */
function partsOver(store: Store, stories: TestShelf) {
  const { digests } = digestsOver(store, { stories, read: sharedReadings() });
  return { digests, chat: createChat({ stories, digests }) };
}
