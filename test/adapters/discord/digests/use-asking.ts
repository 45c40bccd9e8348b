import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach } from 'vitest';
import { createChat } from '../../../../src/chat/create-chat.ts';
import type { DigestPlace } from '../../../../src/chat/digest-intent.ts';
import type { CommandOptions, FieldValue } from '../../../doubles/discord/interaction-payload.ts';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Person, StoredInteraction } from '../../../doubles/discord/world.ts';
import { BRIDGE, shelfWith, WHALES } from '../../../support/stories.ts';
import { startBot, type TestBot } from '../start-bot.ts';
import { DIGEST, FakeDesk, SAID } from './fake-desk.ts';

/** A bot whose digests only write down what they are asked, anew for each test; an editor may manage channels. */
export function useAsking() {
  let desk: FakeDesk;
  let bot: TestBot;
  let editor: Person;

  beforeEach(async () => {
    desk = new FakeDesk();
    bot = await startBot({
      chat: createChat({ stories: shelfWith(BRIDGE, WHALES), digests: desk }),
      digests: desk,
      before: ({ world }) => {
        const [guild] = world.guilds.values();
        editor = world.addPerson('Editor');
        if (guild) world.join(guild, editor, PermissionFlagsBits.ManageChannels);
      },
    });
  });
  afterEach(() => bot.stop());

  const settled = (used: StoredInteraction): Promise<StoredInteraction> => bot.discord.people.settled(used);
  const use = (sub: string, values: CommandOptions['values'] = {}, person = editor, channel = bot.channel) =>
    settled(
      bot.discord.people.use(person, channel, { kind: 'command', name: 'digest', options: { sub, values } }),
    );
  const press = async (
    verb: 'subscribe' | 'change' | 'remove',
    person = editor,
  ): Promise<StoredInteraction> => {
    desk.reply = {
      ...SAID,
      actions: [{ label: 'Do', intent: { kind: 'digest', verb, subscription: DIGEST } }],
    };
    const { original: message } = await use('list', {}, person);
    if (!message) throw new Error('there was no reply');
    const [button] = readMessage(message.body).buttons;
    const gesture = { kind: 'button', customId: button?.customId ?? '', message } as const;
    return settled(bot.discord.people.use(person, bot.channel, gesture));
  };
  const fill = (form: StoredInteraction, fields: Record<string, FieldValue>) =>
    settled(
      bot.discord.people.use(editor, bot.channel, {
        kind: 'modal',
        customId: modalOf(form).custom_id,
        fields,
      }),
    );
  const complete = async (sub: string, focused: string, typed: string): Promise<readonly unknown[]> => {
    const options = { sub, values: { [focused]: typed } };
    const gesture = { kind: 'autocomplete', name: 'digest', options, focused } as const;
    const { data } = await settled(bot.discord.people.use(editor, bot.channel, gesture));
    return JSON.parse(JSON.stringify(data)).choices;
  };
  const placed = (): DigestPlace => {
    const place = desk.asked.at(-1)?.place;
    if (!place) throw new Error('no place was found');
    return place;
  };
  return {
    desk: () => desk,
    bot: () => bot,
    editor: () => editor,
    settled,
    use,
    press,
    fill,
    complete,
    placed,
    /** The bot starts again, on a double of its own, where no digests are sent. */
    async withoutDigests(): Promise<void> {
      await bot.stop();
      bot = await startBot();
    },
  };
}

export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly unknown[];
}

export function modalOf({ state, data }: StoredInteraction): Modal {
  if (state !== 'modal') throw new Error(`no form was opened: ${state}`);
  return JSON.parse(JSON.stringify(data));
}
