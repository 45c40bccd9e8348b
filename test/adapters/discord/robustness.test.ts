import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import { describe, it } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { StoredInteraction, StoredMessage } from '../../doubles/discord/world.ts';
import { bridgeChat, startBot, type TestBot } from './start-bot.ts';

const POST = /^POST \/channels\/\d+\/messages$/;
const CALLBACK = /^POST \/interactions\//;

function mention(bot: TestBot, text = 'Who is Tomas Reyes?'): StoredMessage {
  return bot.discord.people.say(bot.ann, bot.channel, `${bot.mention} ${text}`);
}
function use(bot: TestBot, question = 'Who is Tomas Reyes?'): StoredInteraction {
  const options = { values: { question } };
  return bot.discord.people.use(bot.ann, bot.channel, { kind: 'command', name: 'ask', options });
}
const textOf = (message: StoredMessage | undefined): string => readMessage(message?.body).text;
const logs = (bot: TestBot, words: string): boolean => bot.logged.some((line) => line.includes(words));

// Most of this is waiting, each with a bot of its own.
describe.concurrent('trouble on Discord', () => {
  it('says that it thinks when an answer takes longer, and then answers', async ({ expect }) => {
    await using bot = await startBot({ chat: slow(1_700) });
    const asked = use(bot);
    await bot.discord.people.waitFor('interaction', () => (asked.state === 'deferred' ? asked : undefined));
    const { original } = await bot.discord.people.settled(asked);
    expect((asked.acknowledgedAt ?? Infinity) - asked.at).toBeLessThan(3_000);
    expect(textOf(original)).toContain('Reyes');
  });

  it.for([
    ['the interaction expired', 404, 10062],
    ['it was answered already', 400, 40060],
    ['its token is no good any more', 401, 50027],
  ] as const)('goes on when %s', async ([, status, code], { expect }) => {
    await using bot = await startBot();
    bot.discord.faults.next(CALLBACK, { kind: 'refuse', status, code, message: 'no' });
    use(bot);
    expect(textOf(await bot.discord.people.replyTo(mention(bot)))).toContain('Reyes');
    expect(bot.adapter.state()).toEqual({ kind: 'up' });
    expect(bot.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.for([
    ['its token is no good any more', 401, 50027],
    ['the interaction is unknown by then', 404, 10015],
    ['somebody deleted what it was thinking over', 404, 10008],
  ] as const)('goes on when an answer is late and %s', async ([, status, code], { expect }) => {
    await using bot = await startBot({ chat: slow(1_600) });
    const { faults, people } = bot.discord;
    faults.next(/^PATCH \/webhooks\//, { kind: 'refuse', status, code, message: 'no' });
    const asked = use(bot);
    await people.waitFor('interaction', () => (asked.state === 'deferred' ? asked : undefined));
    await expect.poll(() => logs(bot, 'is not there any more')).toBe(true);
    expect(textOf(await people.replyTo(mention(bot)))).toContain('Reyes');
    expect(bot.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('does not leave somebody with “thinking…” when a reply turns out to be broken', async ({ expect }) => {
    const broken = { tone: 'chat', blocks: [{ kind: 'prose' }], actions: [] } as unknown as Reply;
    await using bot = await startBot({ chat: { ...bridgeChat(), handle: async () => broken } });
    const { original } = await bot.discord.people.settled(use(bot));
    expect(textOf(original)).toContain('Something went wrong');
    expect(logs(bot, 'could not be rendered')).toBe(true);
  });

  it.for([
    ['before it acted', 'before'],
    ['after it acted', 'after'],
  ] as const)('answers once when Discord fails %s', async ([, when], { expect }) => {
    await using bot = await startBot();
    for (const route of [POST, CALLBACK])
      bot.discord.faults.next(route, { kind: 'status', status: 502, when });
    const asked = use(bot);
    await bot.discord.people.replyTo(mention(bot));
    await bot.discord.people.settled(asked);
    bot.discord.faults.next(POST, { kind: 'reset', when });
    await bot.discord.people.replyTo(mention(bot));
    await bot.discord.people.replyTo(mention(bot, 'hello'));
    expect(bot.discord.world.botMessages()).toHaveLength(4);
  });

  it.for(['user', 'global', 'shared'] as const)(
    'waits as long as a %s rate limit says',
    async (scope, { expect }) => {
      await using bot = await startBot();
      bot.discord.faults.next(POST, { kind: 'rate-limit', scope, retryAfter: 0.3 });
      const asked = Date.now();
      await bot.discord.people.replyTo(mention(bot));
      expect(Date.now() - asked).toBeGreaterThanOrEqual(300);
      expect(bot.discord.world.botMessages()).toHaveLength(1);
    },
  );

  it('tells in a DM which permission it lacks and who can grant it, once', async ({ expect }) => {
    await using bot = await startBot({
      before: (_, channel) => {
        channel.botDenied = PermissionFlagsBits.SendMessages;
      },
    });
    const { people, world } = bot.discord;
    mention(bot);
    const told = await people.waitFor('message', () => world.botMessages()[0]);
    expect(told.channel.recipient).toBe(bot.ann);
    expect(textOf(told)).toContain('“Send Messages”');
    expect(textOf(told)).toContain('can grant it');
    mention(bot);
    await people.replyTo(people.say(bot.ann, world.dmWith(bot.ann), 'hello'));
    expect(world.botMessages()).toHaveLength(2);
  });

  it('says the same when Discord refuses although nothing seemed missing', async ({ expect }) => {
    await using bot = await startBot();
    bot.discord.faults.next(POST, {
      kind: 'refuse',
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    });
    mention(bot);
    const { people, world } = bot.discord;
    const told = await people.waitFor('message', () => world.botMessages()[0]);
    expect(textOf(told)).toContain('“Send Messages”');
  });

  it('answers without a reference where it may not refer to messages', async ({ expect }) => {
    await using bot = await startBot({
      before: (_, channel) => {
        channel.botDenied = PermissionFlagsBits.ReadMessageHistory;
      },
    });
    mention(bot);
    const { people, world } = bot.discord;
    const answer = await people.waitFor('message', () => world.botMessages()[0]);
    expect(answer.replyTo).toBeUndefined();
    expect(readMessage(answer.body).above).toBe('“Who is Tomas Reyes?”');
  });

  it.for([
    ['the connection is cut', (bot: TestBot) => bot.discord.gateway.drop()],
    ['Discord asks for a reconnect', (bot: TestBot) => bot.discord.gateway.askToReconnect()],
    ['the session is invalid but resumable', (bot: TestBot) => bot.discord.gateway.invalidate(true)],
    ['Discord closes it', (bot: TestBot) => bot.discord.gateway.close(4_000)],
  ] as const)('loses and doubles nothing when %s', async ([, fault], { expect }) => {
    await using bot = await startBot();
    const { gateway, people, world } = bot.discord;
    await people.replyTo(mention(bot));
    gateway.replayedTwice = 5;
    const resumed = once(gateway, 'resumed');
    fault(bot);
    const missed = mention(bot, 'What did Tomas Reyes say?');
    await resumed;
    await people.replyTo(missed);
    await people.replyTo(mention(bot, 'hello'));
    expect(world.botMessages()).toHaveLength(3);
    expect(bot.adapter.state()).toEqual({ kind: 'up' });
  });

  it('is degraded without its connection, and up again with a new session', { timeout: 30_000 }, async ({
    expect,
  }) => {
    await using bot = await startBot();
    const { gateway, people } = bot.discord;
    const ready = once(gateway, 'ready');
    gateway.invalidate(false);
    await expect.poll(() => bot.adapter.state().kind, { timeout: 5_000 }).toBe('degraded');
    await ready;
    await expect.poll(() => bot.adapter.state().kind, { timeout: 5_000 }).toBe('up');
    await people.replyTo(mention(bot));
  });

  it('notices a connection that is deaf', { timeout: 15_000 }, async () => {
    await using bot = await startBot({ double: { heartbeatMs: 300 } });
    const { gateway, people } = bot.discord;
    gateway.acknowledgesHeartbeats = false;
    await once(gateway, 'resumed');
    gateway.acknowledgesHeartbeats = true;
    await people.replyTo(mention(bot));
  });

  it('fails with a sentence when Discord shuts it out for good', async ({ expect }) => {
    await using bot = await startBot();
    bot.discord.gateway.close(4_004);
    await expect.poll(() => bot.adapter.state().kind).toBe('failed');
    expect(bot.adapter.state()).toMatchObject({ reason: expect.stringContaining('DISCORD_TOKEN') });
    expect(logs(bot, 'DISCORD_TOKEN')).toBe(true);
  });

  it('says nothing of a connection that it closes itself', async ({ expect }) => {
    await using bot = await startBot();
    await bot.adapter.stop();
    expect(logs(bot, 'connection lost')).toBe(false);
  });

  it('tells people who ask too fast when they may ask again', async ({ expect }) => {
    await using bot = await startBot({ pace: { atOnce: 2, pauseMs: 60_000 } });
    const { people } = bot.discord;
    await people.replyTo(mention(bot));
    await people.replyTo(mention(bot));
    expect(textOf(await people.replyTo(mention(bot)))).toMatch(/again in \d+ s/);
    const { ephemeral, original } = await people.settled(use(bot));
    expect(ephemeral).toBe(true);
    expect(textOf(original)).toMatch(/again in \d+ s/);
    const ben = bot.discord.world.addPerson('Ben');
    const other = people.say(ben, bot.channel, `${bot.mention} Who is Tomas Reyes?`);
    expect(textOf(await people.replyTo(other))).toContain('Reyes');
  });

  it('never logs a question, a token or an interaction’s token', async ({ expect }) => {
    await using bot = await startBot();
    bot.discord.faults.next(CALLBACK, {
      kind: 'refuse',
      status: 400,
      code: 50035,
      message: 'Invalid Form Body',
    });
    bot.discord.faults.next(POST, { kind: 'refuse', status: 400, code: 50035, message: 'Invalid Form Body' });
    const asked = use(bot, 'Who is the secret Reyes?');
    mention(bot, 'Who is the secret Reyes?');
    await expect.poll(() => bot.logged.filter((line) => line.startsWith('error')).length).toBe(2);
    const all = bot.logged.join('\n');
    for (const secret of ['secret', bot.discord.token, asked.token]) expect(all).not.toContain(secret);
  });
});

/** A chat that takes its time at first, as with slow storage. */
function slow(ms: number): Chat {
  const chat = bridgeChat();
  let pause = ms;
  return {
    ...chat,
    async handle(request) {
      const first = pause;
      pause = 0;
      await delay(first);
      return chat.handle(request);
    },
  };
}
