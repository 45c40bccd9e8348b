import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { Channel, StoredInteraction, StoredMessage } from '../../doubles/discord/world.ts';
import { bridgeChat, startBot, type TestBot } from './start-bot.ts';

const SOLHEIM = 'What did Ingrid Solheim say?';
const QUOTE = 'Nobody should have to swim to work';

describe('asking on Discord', () => {
  let bot: TestBot;
  let now = Date.now();

  beforeEach(async () => {
    now = Date.now();
    bot = await startBot({ clock: { now: () => now } });
  });
  afterEach(async () => {
    expect(bot.discord.issues()).toEqual([]);
    await bot.stop();
  });

  const textOf = (message: StoredMessage | undefined): string => readMessage(message?.body).text;
  const answerTo = async (message: StoredMessage): Promise<StoredMessage> =>
    bot.discord.people.replyTo(message);
  const mention = (text: string, channel = bot.channel): StoredMessage =>
    bot.discord.people.say(bot.ann, channel, `${bot.mention} ${text}`);
  const command = (
    name: string,
    values: Record<string, string>,
    channel = bot.channel,
  ): Promise<StoredInteraction> =>
    bot.discord.people.settled(
      bot.discord.people.use(bot.ann, channel, { kind: 'command', name, options: { values } }),
    );

  it('answers a mention under it, where the mention was', async () => {
    const answer = await answerTo(mention(SOLHEIM));
    expect(textOf(answer)).toContain(QUOTE);
    expect(answer.channel).toBe(bot.channel);
  });

  it('answers in a DM without being mentioned', async () => {
    const { people, world } = bot.discord;
    expect(textOf(await answerTo(people.say(bot.ann, world.dmWith(bot.ann), SOLHEIM)))).toContain(QUOTE);
  });

  it('says nothing to what is not said to it', async () => {
    const { people, world } = bot.discord;
    const ben = world.addPerson('Ben');
    const talk = people.say(ben, bot.channel, 'nice weather');
    people.say(bot.ann, bot.channel, 'is it?', { replyTo: talk });
    await answerTo(mention('hello'));
    expect(world.botMessages()).toHaveLength(1);
  });

  it('answers /ask for all to see, with the question above it', async () => {
    const { original, ephemeral } = await command('ask', { question: SOLHEIM });
    expect(ephemeral).toBe(false);
    expect(readMessage(original?.body).above).toBe(`“${SOLHEIM}”`);
    expect(textOf(original)).toContain(QUOTE);
  });

  it('keeps the subject along a reply chain, whoever replies, whatever else was asked meanwhile', async () => {
    const { people, world } = bot.discord;
    const first = await answerTo(mention('Who is Tomas Reyes?'));
    await answerTo(mention(SOLHEIM));
    const ben = world.addPerson('Ben');
    world.join(bot.guild, ben);
    const followUp = people.say(ben, bot.channel, 'what did he say?', { replyTo: first });
    const second = await answerTo(followUp);
    expect(textOf(second)).toContain('We will not survive three years');
    const third = people.say(bot.ann, bot.channel, 'and what did he say?', { replyTo: second });
    expect(textOf(await answerTo(third))).toContain('We will not survive three years');
  });

  it('keeps the subject of one person’s questions in a channel, by mention and by command', async () => {
    await answerTo(mention('Who is Tomas Reyes?'));
    const { original } = await command('ask', { question: 'what did he say?' });
    expect(textOf(original)).toContain('We will not survive three years');
  });

  it('keeps the subject of a thread, and opens none', async () => {
    const { world } = bot.discord;
    const thread = world.addChannel(bot.guild, 'talk', {
      type: ChannelType.PublicThread,
      parent: bot.channel,
    });
    bot.discord.install(bot.guild);
    await answerTo(mention('Who is Tomas Reyes?', thread));
    const ben = world.addPerson('Ben');
    const asked = bot.discord.people.say(ben, thread, `${bot.mention} what did he say?`);
    expect(textOf(await answerTo(asked))).toContain('We will not survive three years');
    expect(bot.discord.requests.some(({ path }) => path.endsWith('/threads'))).toBe(false);
  });

  it('tells somebody whose reply Discord withholds how to be heard', async () => {
    const { original } = await command('ask', { question: SOLHEIM });
    const reply = bot.discord.people.say(bot.ann, bot.channel, 'and who is she?', { replyTo: original });
    expect(textOf(await answerTo(reply))).toContain('Mention me or use /ask.');
  });

  it('changes its answer when the mention is edited within five minutes, and not after', async () => {
    const { people, world } = bot.discord;
    const asked = mention('Who is Tomas Reyes?');
    const answer = await answerTo(asked);
    people.edit(asked, `${bot.mention} ${SOLHEIM}`);
    await people.waitFor('edited', () => (textOf(answer).includes(QUOTE) ? answer : undefined));
    now += 5 * 60_000 + 1;
    people.edit(asked, `${bot.mention} Who is Tomas Reyes?`);
    await answerTo(mention('hello'));
    expect(textOf(answer)).toContain(QUOTE);
    expect(world.botMessages()).toHaveLength(2);
  });

  it('changes as many messages as the edited answer needs', async () => {
    await bot.stop();
    bot = await startBot({ chat: echoing() });
    const { people, world } = bot.discord;
    const asked = mention('3');
    const parts = (): readonly string[] => world.botMessages().map((message) => textOf(message).slice(0, 7));
    await expect.poll(parts).toEqual(['Part 1 ', 'Part 2 ', 'Part 3 ']);
    people.edit(asked, `${bot.mention} 1`);
    await expect.poll(parts).toEqual(['Part 1 ']);
    people.edit(asked, `${bot.mention} 2`);
    await expect.poll(parts).toEqual(['Part 1 ', 'Part 2 ']);
  });

  it.each([
    ['What did the mayor say?', 'What did the mayor say?'],
    ['<@123456789012345678>  What did\nthe mayor say?', 'What did the mayor say?'],
    ['What did Mr. Reyes of the N. bank say?', 'What did Mr. Reyes of the N. bank say?'],
    [`${'W'.repeat(195)} who?`, `${'W'.repeat(195)} who?`],
    [`${'W'.repeat(196)} who?`, undefined],
    ['The bridge is closed.', undefined],
    ['I read it. What did the mayor say?', undefined],
    ['Who? What?', undefined],
    [`${'Why '.repeat(60)}?`, undefined],
  ])('opens the form of “Ask about this” on “%s”', async (content, prefilled) => {
    const { people } = bot.discord;
    const target = people.say(bot.ann, bot.channel, content);
    const opened = await people.settled(
      people.use(bot.ann, bot.channel, { kind: 'message-command', name: 'Ask about this', target }),
    );
    expect(opened.state).toBe('modal');
    const field = JSON.stringify(opened.data);
    expect(field.includes('"value"')).toBe(prefilled !== undefined);
    if (prefilled) expect(field).toContain(JSON.stringify(prefilled));
  });

  it('answers the form to the asker alone', async () => {
    const { people } = bot.discord;
    const target = people.say(bot.ann, bot.channel, 'The bridge is closed.');
    const opened = await people.settled(
      people.use(bot.ann, bot.channel, { kind: 'message-command', name: 'Ask about this', target }),
    );
    const customId = String(JSON.parse(JSON.stringify(opened.data)).custom_id);
    const sent = await people.settled(
      people.use(bot.ann, bot.channel, { kind: 'modal', customId, fields: { question: SOLHEIM } }),
    );
    expect(sent.ephemeral).toBe(true);
    expect(textOf(sent.original)).toContain(QUOTE);
  });

  it('works where only the asker installed it', async () => {
    const { world } = bot.discord;
    const elsewhere = world.addGuild('Elsewhere', { botIsMember: false });
    const room = world.addChannel(elsewhere, 'lounge');
    world.join(elsewhere, bot.ann);
    const { original } = await command('ask', { question: SOLHEIM }, room);
    expect(textOf(original)).toContain(QUOTE);
  });

  it('says so when there is more than it may say where only the asker installed it', async () => {
    await bot.stop();
    bot = await startBot({ chat: echoing() });
    const { world } = bot.discord;
    const elsewhere = world.addGuild('Elsewhere', { botIsMember: false });
    const room = world.addChannel(elsewhere, 'lounge');
    world.join(elsewhere, bot.ann);
    const everywhere = [bot.channel, room];
    for (const channel of everywhere) await command('ask', { question: '8' }, channel);
    const said = (channel: Channel): readonly string[] =>
      world.botMessages().flatMap((each) => (each.channel === channel ? textOf(each).slice(0, 7) : []));
    await expect.poll(() => said(room)).toHaveLength(6);
    expect(said(room).at(-1)).toBe('Discord');
    await expect.poll(() => said(bot.channel)).toHaveLength(8);
  });

  it('greets a server once, with three questions, where it may', async () => {
    const { world, people } = bot.discord;
    const added = world.addGuild('Added');
    world.addChannel(added, 'rules', { botDenied: PermissionFlagsBits.SendMessages });
    const lobby = world.addChannel(added, 'lobby');
    bot.discord.install(added);
    const greeting = await people.waitFor('message', () =>
      world.botMessages().find(({ channel }) => channel === lobby),
    );
    const seen = readMessage(greeting.body);
    expect(seen.text).toMatch(/^Hello\./);
    expect(seen.buttons.map(({ label }) => label)).toEqual(Array(3).fill(expect.stringMatching(/\?$/)));
    bot.discord.install(added);
    await answerTo(mention('hello'));
    expect(world.botMessages().filter(({ channel }) => channel.guild === added)).toHaveLength(1);
  });

  it('never notifies anybody', async () => {
    await answerTo(mention('what about @everyone and <@123456789012345678>?'));
    await command('ask', { question: '@here <@&123456789012345678>' });
    for (const { body, method } of bot.discord.requests) {
      const sent: unknown = typeof body === 'object' && body && 'data' in body ? body.data : body;
      if (method !== 'GET' && JSON.stringify(sent).includes('"components"')) {
        expect(sent).toMatchObject({ allowed_mentions: { parse: [] }, flags: expect.any(Number) });
      }
    }
    const all = bot.discord.world.botMessages();
    expect(all.every(({ flags }) => (flags & MessageFlags.IsComponentsV2) !== 0)).toBe(true);
  });
});

/** A chat whose reply to a number is so many messages long. */
function echoing(): Chat {
  return {
    ...bridgeChat(),
    async handle({ intent }) {
      const asked = intent.kind === 'say' ? intent.text : intent.kind === 'ask' ? intent.question : '1';
      const parts = Number(asked);
      return {
        tone: 'chat',
        blocks: Array.from({ length: parts }, (_, index) => ({
          kind: 'prose',
          content: [{ kind: 'text', text: `Part ${index + 1} ${'of a long answer '.repeat(200)}` }],
        })),
        actions: [],
      };
    },
  };
}
