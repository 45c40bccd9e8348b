import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { StoredMessage } from '../../doubles/discord/world.ts';
import { bridgeChat, settingsFor, startBot, type TestBot } from './start-bot.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

describe('after a restart on Discord', () => {
  const chat = bridgeChat();
  let bot: TestBot;
  let again: Adapter;

  beforeEach(async () => {
    bot = await startBot({ chat });
  });
  afterEach(async () => {
    await again.stop();
    await bot.stop();
  });

  /** A process of its own would have the same conversations from its store, and nothing else. */
  const restart = async (): Promise<void> => {
    await bot.adapter.stop();
    again = await startDiscord({ settings: settingsFor(bot.discord), chat, log: SILENT, clock: systemClock });
  };
  const say = (content: string, replyTo?: StoredMessage): Promise<StoredMessage> =>
    bot.discord.people.replyTo(bot.discord.people.say(bot.ann, bot.channel, content, { replyTo }));
  const textOf = ({ body }: StoredMessage): string => readMessage(body).text;

  it('a reply chain goes on with its subject, however long it was', async () => {
    const first = await say(`${bot.mention} What did Ingrid Solheim say?`);
    const second = await say('Who is Tomas Reyes?', first);
    await say(`${bot.mention} What did Ingrid Solheim say?`);
    await restart();
    expect(textOf(await say('what did he say?', second))).toContain('We will not survive three years');
  });

  it('a button under an answer still does what it says', async () => {
    const answer = await say(`${bot.mention} Who is Tomas Reyes?`);
    await restart();
    const { people } = bot.discord;
    const [button] = readMessage(answer.body).buttons;
    const gesture = { kind: 'button', customId: button?.customId ?? '', message: answer } as const;
    const { original } = await people.settled(people.use(bot.ann, bot.channel, gesture));
    expect(readMessage(original?.body).above).toBe(`“${button?.label}”`);
  });
});
