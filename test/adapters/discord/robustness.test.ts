import { once } from 'node:events';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { StoredInteraction, StoredMessage } from '../../doubles/discord/world.ts';
import { type BotOptions, bridgeChat, startBot, type TestBot } from './start-bot.ts';

const POST = /^POST \/channels\/\d+\/messages$/;
const CALLBACK = /^POST \/interactions\//;

describe('trouble on Discord', () => {
  let bot: TestBot;
  const start = async (options: BotOptions = {}): Promise<void> => {
    bot = await startBot(options);
  };
  afterEach(() => bot.stop());

  const mention = (text = 'Who is Tomas Reyes?'): StoredMessage =>
    bot.discord.people.say(bot.ann, bot.channel, `${bot.mention} ${text}`);
  const use = (question = 'Who is Tomas Reyes?'): StoredInteraction =>
    bot.discord.people.use(bot.ann, bot.channel, {
      kind: 'command',
      name: 'ask',
      options: { values: { question } },
    });
  const textOf = (message: StoredMessage | undefined): string => readMessage(message?.body).text;
  const logs = (words: string): boolean => bot.logged.some((line) => line.includes(words));

  it('says that it thinks when an answer takes longer, and then answers', async () => {
    await start({ chat: slow(1_700) });
    const asked = use();
    await bot.discord.people.waitFor('interaction', () => (asked.state === 'deferred' ? asked : undefined));
    const { original } = await bot.discord.people.settled(asked);
    expect((asked.acknowledgedAt ?? Infinity) - asked.at).toBeLessThan(3_000);
    expect(textOf(original)).toContain('Reyes');
  });

  it.each([
    ['the interaction expired', 404, 10062],
    ['it was answered already', 400, 40060],
    ['its token is no good any more', 401, 50027],
  ])('goes on when %s', async (_, status, code) => {
    await start();
    bot.discord.faults.next(CALLBACK, { kind: 'refuse', status, code, message: 'no' });
    use();
    expect(textOf(await bot.discord.people.replyTo(mention()))).toContain('Reyes');
    expect(bot.adapter.state()).toEqual({ kind: 'up' });
    expect(bot.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['its token is no good any more', 401, 50027],
    ['the interaction is unknown by then', 404, 10015],
    ['somebody deleted what it was thinking over', 404, 10008],
  ])('goes on when an answer is late and %s', async (_, status, code) => {
    await start({ chat: slow(1_600) });
    const { faults, people } = bot.discord;
    faults.next(/^PATCH \/webhooks\//, { kind: 'refuse', status, code, message: 'no' });
    const asked = use();
    await people.waitFor('interaction', () => (asked.state === 'deferred' ? asked : undefined));
    await expect.poll(() => logs('is not there any more')).toBe(true);
    expect(textOf(await people.replyTo(mention()))).toContain('Reyes');
    expect(bot.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('does not leave somebody with “thinking…” when a reply turns out to be broken', async () => {
    const broken = { tone: 'chat', blocks: [{ kind: 'prose' }], actions: [] } as unknown as Reply;
    await start({ chat: { ...bridgeChat(), handle: async () => broken } });
    const { original } = await bot.discord.people.settled(use());
    expect(textOf(original)).toContain('Something went wrong');
    expect(logs('could not be rendered')).toBe(true);
  });

  it.each([
    ['before it acted', 'before'],
    ['after it acted', 'after'],
  ] as const)('answers once when Discord fails %s', async (_, when) => {
    await start();
    for (const route of [POST, CALLBACK])
      bot.discord.faults.next(route, { kind: 'status', status: 502, when });
    const asked = use();
    await bot.discord.people.replyTo(mention());
    await bot.discord.people.settled(asked);
    bot.discord.faults.next(POST, { kind: 'reset', when });
    await bot.discord.people.replyTo(mention());
    await bot.discord.people.replyTo(mention('hello'));
    expect(bot.discord.world.botMessages()).toHaveLength(4);
  });

  it.each(['user', 'global', 'shared'] as const)('waits as long as a %s rate limit says', async (scope) => {
    await start();
    bot.discord.faults.next(POST, { kind: 'rate-limit', scope, retryAfter: 0.3 });
    const asked = Date.now();
    await bot.discord.people.replyTo(mention());
    expect(Date.now() - asked).toBeGreaterThanOrEqual(300);
    expect(bot.discord.world.botMessages()).toHaveLength(1);
  });

  it('tells in a DM which permission it lacks and who can grant it, once', async () => {
    await start({
      before: (_, channel) => {
        channel.botDenied = PermissionFlagsBits.SendMessages;
      },
    });
    const { people, world } = bot.discord;
    mention();
    const told = await people.waitFor('message', () => world.botMessages()[0]);
    expect(told.channel.recipient).toBe(bot.ann);
    expect(textOf(told)).toContain('“Send Messages”');
    expect(textOf(told)).toContain('can grant it');
    mention();
    await people.replyTo(people.say(bot.ann, world.dmWith(bot.ann), 'hello'));
    expect(world.botMessages()).toHaveLength(2);
  });

  it('says the same when Discord refuses although nothing seemed missing', async () => {
    await start();
    bot.discord.faults.next(POST, {
      kind: 'refuse',
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    });
    mention();
    const { people, world } = bot.discord;
    const told = await people.waitFor('message', () => world.botMessages()[0]);
    expect(textOf(told)).toContain('“Send Messages”');
  });

  it('answers without a reference where it may not refer to messages', async () => {
    await start({
      before: (_, channel) => {
        channel.botDenied = PermissionFlagsBits.ReadMessageHistory;
      },
    });
    mention();
    const { people, world } = bot.discord;
    const answer = await people.waitFor('message', () => world.botMessages()[0]);
    expect(answer.replyTo).toBeUndefined();
    expect(readMessage(answer.body).above).toBe('“Who is Tomas Reyes?”');
  });

  it.each([
    ['the connection is cut', () => bot.discord.gateway.drop()],
    ['Discord asks for a reconnect', () => bot.discord.gateway.askToReconnect()],
    ['the session is invalid but resumable', () => bot.discord.gateway.invalidate(true)],
    ['Discord closes it', () => bot.discord.gateway.close(4_000)],
  ])('loses and doubles nothing when %s', async (_, fault) => {
    await start();
    const { gateway, people, world } = bot.discord;
    await people.replyTo(mention());
    gateway.replayedTwice = 5;
    const resumed = once(gateway, 'resumed');
    fault();
    const missed = mention('What did Tomas Reyes say?');
    await resumed;
    await people.replyTo(missed);
    await people.replyTo(mention('hello'));
    expect(world.botMessages()).toHaveLength(3);
    expect(bot.adapter.state()).toEqual({ kind: 'up' });
  });

  it('is degraded without its connection, and up again with a new session', { timeout: 30_000 }, async () => {
    await start();
    const { gateway, people } = bot.discord;
    const ready = once(gateway, 'ready');
    gateway.invalidate(false);
    await expect.poll(() => bot.adapter.state().kind, { timeout: 5_000 }).toBe('degraded');
    await ready;
    await expect.poll(() => bot.adapter.state().kind, { timeout: 5_000 }).toBe('up');
    await people.replyTo(mention());
  });

  it('notices a connection that is deaf', { timeout: 15_000 }, async () => {
    await start({ double: { heartbeatMs: 300 } });
    const { gateway, people } = bot.discord;
    gateway.acknowledgesHeartbeats = false;
    await once(gateway, 'resumed');
    gateway.acknowledgesHeartbeats = true;
    await people.replyTo(mention());
  });

  it('fails with a sentence when Discord shuts it out for good', async () => {
    await start();
    bot.discord.gateway.close(4_004);
    await expect.poll(() => bot.adapter.state().kind).toBe('failed');
    expect(bot.adapter.state()).toMatchObject({ reason: expect.stringContaining('DISCORD_TOKEN') });
    expect(logs('DISCORD_TOKEN')).toBe(true);
  });

  it('says nothing of a connection that it closes itself', async () => {
    await start();
    await bot.adapter.stop();
    expect(logs('connection lost')).toBe(false);
  });

  it('tells people who ask too fast when they may ask again', async () => {
    await start({ pace: { atOnce: 2, pauseMs: 60_000 } });
    const { people } = bot.discord;
    await people.replyTo(mention());
    await people.replyTo(mention());
    expect(textOf(await people.replyTo(mention()))).toMatch(/again in \d+ s/);
    const { ephemeral, original } = await people.settled(use());
    expect(ephemeral).toBe(true);
    expect(textOf(original)).toMatch(/again in \d+ s/);
    const ben = bot.discord.world.addPerson('Ben');
    const other = people.say(ben, bot.channel, `${bot.mention} Who is Tomas Reyes?`);
    expect(textOf(await people.replyTo(other))).toContain('Reyes');
  });

  it('never logs a question, a token or an interaction’s token', async () => {
    await start();
    bot.discord.faults.next(CALLBACK, {
      kind: 'refuse',
      status: 400,
      code: 50035,
      message: 'Invalid Form Body',
    });
    bot.discord.faults.next(POST, { kind: 'refuse', status: 400, code: 50035, message: 'Invalid Form Body' });
    const asked = use('Who is the secret Reyes?');
    mention('Who is the secret Reyes?');
    await expect.poll(() => bot.logged.filter((line) => line.startsWith('error')).length).toBe(2);
    const all = bot.logged.join('\n');
    for (const secret of ['secret', bot.discord.token, asked.token]) expect(all).not.toContain(secret);
  });
});

/** A chat that takes its time, as with slow storage. */
function slow(ms: number): Chat {
  const chat = bridgeChat();
  return {
    ...chat,
    handle: (request) => new Promise((resolve) => setTimeout(() => resolve(chat.handle(request)), ms)),
  };
}
