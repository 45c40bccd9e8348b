import { expect, it } from 'vitest';
import { createChat } from '../../../src/chat/create-chat.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';
import { startBot } from './start-bot.ts';

it('what somebody has read is told to them alone, and what is new to all', async () => {
  const stories = shelfWith(BRIDGE);
  await using bot = await startBot({ chat: createChat({ stories }) });
  const { discord, ann, channel, mention } = bot;
  const dm = discord.world.dmWith(ann);
  const ask = async (where: typeof channel, words: string) =>
    readMessage((await discord.people.replyTo(discord.people.say(ann, where, words))).body).text;
  await ask(dm, 'brief me');
  stories.replace(BRIDGE.replace('14 million', '15 million'));
  const news = await ask(channel, `${mention} what’s new?`);
  expect(news).toContain('[¶3, version 1]');
  expect(news).not.toContain('You last read');
  expect(await ask(dm, 'what’s new?')).toContain('You last read version 1');
});
