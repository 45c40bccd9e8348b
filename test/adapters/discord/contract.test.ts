import { setImmediate as turn } from 'node:timers/promises';
import type { Chat } from '../../../src/chat/chat.ts';
import { describeAdapter, type Platform, type Seen } from '../../adapter-contract.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { StoredMessage } from '../../doubles/discord/world.ts';
import { startBot } from './start-bot.ts';

describeAdapter('discord', startOnDiscord);

/** One person in a server, who mentions the bot and from then on replies to its newest answer. */
async function startOnDiscord(chat: Chat): Promise<Platform> {
  const bot = await startBot({ chat });
  const { discord, channel, ann, mention } = bot;
  const { people, world } = discord;
  let newest: StoredMessage | undefined;

  const say = (text: string): StoredMessage =>
    people.say(ann, channel, `${mention} ${text}`, { replyTo: newest });
  const seenIn = (messages: readonly StoredMessage[]): Seen => {
    newest = messages.at(-1) ?? newest;
    const read = messages.map(({ body }) => readMessage(body));
    return {
      text: read.map(({ text }) => text).join('\n\n'),
      buttons: read.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
      notifies: messages.some(({ body }) => notifies(body)),
    };
  };
  /** All parts: the bot posts them one after the other. */
  const answerTo = async (message: StoredMessage): Promise<Seen> => {
    await people.replyTo(message);
    await settled(bot);
    return seenIn(world.botMessages().filter(({ replyTo }) => replyTo?.id === message.id));
  };
  const pressed = async (customId: string): Promise<Seen> => {
    if (!newest) throw new Error('there is nothing to press yet');
    const use = await people.settled(people.use(ann, channel, { kind: 'button', customId, message: newest }));
    await settled(bot);
    return seenIn([use.original, ...use.followUps].filter((each) => each !== undefined));
  };

  return {
    adapter: bot.adapter,
    say: (text) => answerTo(say(text)),
    async press(label) {
      const button = readMessage(newest?.body).buttons.find((each) => each.label === label);
      if (!button) throw new Error(`there is no button ${label}`);
      return pressed(button.customId);
    },
    pressForged: pressed,
    call: (text) => void say(text),
    botsSay(text) {
      const other = world.addPerson('Otherbot', { bot: true });
      people.say(other, channel, `${mention} ${text}`);
      people.say(world.bot, channel, `${mention} ${text}`);
    },
    async redeliver() {
      discord.gateway.replayedTwice = 3;
      const resumed = new Promise((resolve) => discord.gateway.once('resumed', resolve));
      discord.gateway.drop();
      await resumed;
    },
    count: () => world.botMessages().filter(({ components }) => components.length > 0).length,
    refused: () => discord.issues(),
    stop: () => bot.stop(),
  };
}

/** Waits until no request of the bot's is under way: each was answered, and none followed. */
async function settled(bot: Awaited<ReturnType<typeof startBot>>): Promise<void> {
  let before = -1;
  while (before !== bot.discord.requests.length || bot.discord.requests.some(({ status }) => status === 0)) {
    before = bot.discord.requests.length;
    for (let turns = 0; turns < 20; turns++) await turn();
  }
}

function notifies(body: unknown): boolean {
  const allowed: unknown =
    typeof body === 'object' && body && 'allowed_mentions' in body ? body.allowed_mentions : undefined;
  return JSON.stringify(allowed) !== '{"parse":[],"replied_user":false}';
}
