import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Courier, PostOutcome } from '../../../../src/chat/courier.ts';
import type { Destination } from '../../../../src/chat/destination.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { type CourierFault, type CourierRig, describeCourier } from '../../../courier-contract.ts';
import type { Fault } from '../../../doubles/discord/faults.ts';
import { readMessage } from '../../../doubles/discord/read-message.ts';
import type { Channel, StoredMessage } from '../../../doubles/discord/world.ts';
import { slug } from '../../../support/stories.ts';
import { type BotOptions, startBot, type TestBot } from '../start-bot.ts';

const POST = /^POST \/channels\/\d+\/messages$/;

describeCourier('discord', async (): Promise<CourierRig> => {
  const bot = await startBot();
  const { discord, ann } = bot;
  const { world, faults } = discord;
  const shut = world.addChannel(bot.guild, 'shut', { botDenied: PermissionFlagsBits.SendMessages });
  return {
    courier: courierOf(bot),
    channel: placeOf(bot.channel),
    person: { platform: 'discord', workspace: '', kind: 'person', id: ann.id },
    gone: { ...placeOf(bot.channel), id: '123456789012345678' },
    forbidden: placeOf(shut),
    shown: ({ kind, id }) =>
      messagesIn(bot, kind === 'person' ? world.dmWith(ann).id : id).map(
        ({ body }) => readMessage(body).text,
      ),
    meet: (fault, times = 1) => faults.next(POST, FAULTS[fault], times),
    refused: () => discord.issues(),
    stopAdapter: () => bot.adapter.stop(),
    stop: () => bot.stop(),
  };
});

const FAULTS: Readonly<Record<CourierFault, Fault>> = {
  'error-before': { kind: 'status', status: 502, when: 'before' },
  'error-after': { kind: 'status', status: 502, when: 'after' },
  'cut-before': { kind: 'reset', when: 'before' },
  'cut-after': { kind: 'reset', when: 'after' },
  'long-wait': { kind: 'rate-limit', scope: 'user', retryAfter: 120 },
};

describe('digests on Discord', () => {
  let bot: TestBot;
  let now = Date.now();
  const start = async (options: BotOptions = {}): Promise<void> => {
    now = Date.now();
    bot = await startBot({ ...options, clock: { now: () => now } });
  };
  beforeEach(() => start());
  afterEach(() => bot.stop());

  const post = (key: string, to = placeOf(bot.channel), signal = AbortSignal.timeout(10_000)) => {
    const courier = courierOf(bot);
    const [parcel] = courier.render(DIGEST, to);
    if (!parcel) throw new Error('nothing was rendered');
    return courier.post(to, parcel, key, signal);
  };
  const find = (key: string, at = placeOf(bot.channel), since = now) =>
    courierOf(bot).find(at, key, since, AbortSignal.timeout(10_000));
  const here = (): readonly StoredMessage[] => messagesIn(bot, bot.channel.id);
  const person = (id = bot.ann.id): Destination => ({
    platform: 'discord',
    workspace: '',
    kind: 'person',
    id,
  });
  const sentTwice = async (key: string): Promise<readonly PostOutcome[]> => [
    await post(key),
    await post(key),
  ];

  it('are posted once however often they are, while Discord knows the nonce', async () => {
    const [first, second] = await sentTwice('x7f3.1');
    expect(second).toEqual(first);
    expect(here()).toHaveLength(1);
    expect(here()[0]).toMatchObject({ nonce: 'x7f3.1' });
    expect(readMessage(here()[0]?.body).buttons[0]?.customId).toMatch(/^k:x7f3\.1:1:/);
  });

  it('do by their buttons what those say', async () => {
    await post('x7f3.1');
    const [message] = here();
    const [button] = readMessage(message?.body).buttons;
    if (!message || !button) throw new Error('there is no button');
    const { people } = bot.discord;
    const pressed = people.use(bot.ann, bot.channel, { kind: 'button', customId: button.customId, message });
    expect(readMessage((await people.settled(pressed)).original?.body).text).toContain('Tomas Reyes');
  });

  it('are never sent again by the library itself', async () => {
    bot.discord.faults.next(POST, { kind: 'status', status: 500, when: 'before' });
    expect(await post('x1')).toMatchObject({ kind: 'uncertain', detail: 'status 500' });
    expect(here()).toEqual([]);
  });

  it('are found among much that was said since', async () => {
    bot.discord.faults.next(POST, { kind: 'reset', when: 'after' });
    await post('x1');
    for (let said = 0; said < 150; said++) bot.discord.people.say(bot.ann, bot.channel, `talk ${said}`);
    expect(await find('x1')).toMatchObject({ kind: 'there' });
    expect(await find('x2')).toEqual({ kind: 'absent' });
  });

  it('are not looked for in what others say', async () => {
    const { world, people } = bot.discord;
    await post('x1');
    const [original] = here();
    if (!original) throw new Error('nothing was posted');
    const other = people.say(world.addPerson('Otherbot', { bot: true }), bot.channel, 'me too');
    other.components = original.components;
    original.deleted = true;
    expect(await find('x1')).toEqual({ kind: 'absent' });
  });

  it('may be posted again for a minute where the bot may not read, and are unknown for good after it', async () => {
    await bot.stop();
    await start({
      before: (_, channel) => {
        channel.botDenied = PermissionFlagsBits.ReadMessageHistory;
      },
    });
    bot.discord.faults.next(POST, { kind: 'status', status: 502, when: 'after' });
    expect(await post('x1')).toMatchObject({ kind: 'uncertain' });
    const since = now;
    expect(await find('x1')).toEqual({ kind: 'absent' });
    expect(await post('x1')).toMatchObject({ kind: 'sent' });
    expect(here()).toHaveLength(1);
    now += 5 * 60_000;
    expect(await find('x1', undefined, since)).toEqual({ kind: 'unknown', final: true });
  });

  it('can be asked about later while Discord fails', async () => {
    bot.discord.faults.next(/^GET \/channels/, { kind: 'status', status: 503, when: 'before' });
    expect(await find('x1')).toEqual({ kind: 'unknown', final: false });
  });

  it.each<readonly [what: string, status: number, code: number, outcome: Partial<PostOutcome>]>([
    ['the server is unknown', 404, 10004, { kind: 'refused', trouble: 'removed' }],
    ['the bot has no access', 403, 50001, { kind: 'refused', trouble: 'no-permission' }],
    ['a permission is missing', 403, 50013, { kind: 'refused', trouble: 'no-permission' }],
    ['there is no server in common', 403, 50278, { kind: 'refused', trouble: 'no-direct-messages' }],
    ['the body is wrong', 400, 50035, { kind: 'refused', trouble: 'message-refused' }],
    ['the channel is written to too fast', 403, 20028, { kind: 'retry', trouble: 'rate-limited' }],
    ['the token was reset', 401, 0, { kind: 'retry', trouble: 'adapter-off' }],
    ['something before Discord refuses', 403, 0, { kind: 'retry', trouble: 'platform-down' }],
  ])('say why when %s', async (_, status, code, outcome) => {
    bot.discord.faults.next(POST, { kind: 'refuse', status, code, message: 'no' });
    expect(await post('x1')).toMatchObject(outcome);
    expect(await post('x1')).toMatchObject({ kind: 'sent' });
  });

  it('wait for a short limit, and leave a long one to the ledger', async () => {
    const { faults } = bot.discord;
    faults.next(POST, { kind: 'rate-limit', scope: 'shared', retryAfter: 0.2 });
    expect(await post('x1')).toMatchObject({ kind: 'sent' });
    faults.next(POST, { kind: 'rate-limit', scope: 'global', retryAfter: 60 });
    expect(await post('x2')).toMatchObject({ kind: 'retry', afterMs: expect.closeTo(60_000, -3) });
  });

  it('tell who takes no DMs', async () => {
    bot.ann.closedToBot = true;
    expect(await post('x1', person())).toMatchObject({ kind: 'refused', trouble: 'no-direct-messages' });
  });

  it('were certainly not posted when the DM could not even be opened', async () => {
    bot.discord.faults.next(/channels$/, { kind: 'status', status: 502, when: 'before' });
    expect(await post('x1', person())).toMatchObject({ kind: 'retry', trouble: 'platform-down' });
    expect(await post('x1', person())).toMatchObject({ kind: 'sent' });
  });

  it('wake a thread that was archived, unless it is locked', async () => {
    const { world, faults } = bot.discord;
    const thread = world.addChannel(bot.guild, 'old talk', {
      type: ChannelType.PublicThread,
      parent: bot.channel,
    });
    thread.archived = 'archived';
    faults.next(POST, { kind: 'refuse', status: 400, code: 50083, message: 'Thread is archived' });
    expect(await post('x1', placeOf(thread))).toMatchObject({ kind: 'sent' });
    thread.archived = 'locked';
    expect(await post('x2', placeOf(thread))).toMatchObject({
      kind: 'refused',
      trouble: 'channel-archived',
    });
  });

  it('are uncertain when Discord does not answer before they are given up', async () => {
    bot.discord.faults.next(POST, { kind: 'hang', when: 'after' });
    expect(await post('x1', undefined, AbortSignal.timeout(200))).toMatchObject({ kind: 'uncertain' });
    expect(await find('x1')).toMatchObject({ kind: 'there' });
  });

  it('keep nobody waiting who asks something in the same channel', async () => {
    bot.discord.faults.next(POST, { kind: 'slow', ms: 1_500 });
    let posted = 0;
    const posting = Promise.all(['x1', 'x2', 'x3'].map((key) => post(key).then(() => posted++)));
    const { requests } = bot.discord;
    await expect.poll(() => requests.some(({ method, path }) => POST.test(`${method} ${path}`))).toBe(true);
    const asked = bot.discord.people.say(bot.ann, bot.channel, `${bot.mention} Who is Tomas Reyes?`);
    await bot.discord.people.replyTo(asked);
    expect(posted).toBe(0);
    await posting;
  });

  it('are finished before the adapter stops', async () => {
    bot.discord.faults.next(POST, { kind: 'slow', ms: 300 });
    const posting = post('x1');
    await bot.adapter.stop();
    expect(await posting).toMatchObject({ kind: 'sent' });
  });
});

function courierOf({ adapter }: TestBot): Courier {
  if (!adapter.courier) throw new Error('the adapter has no courier');
  return adapter.courier;
}

function placeOf({ id, guild }: Channel): Destination {
  return { platform: 'discord', workspace: guild?.id ?? '', kind: 'channel', id };
}

function messagesIn(bot: TestBot, channel: string): readonly StoredMessage[] {
  return bot.discord.world.botMessages().filter((message) => message.channel.id === channel);
}

const DIGEST: Reply = {
  tone: 'digest',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: 'Two pillars are cracked.' }] }],
  actions: [
    {
      label: 'Who is Tomas Reyes?',
      intent: { kind: 'ask', story: slug('harbour-bridge'), question: 'Who is Tomas Reyes?' },
    },
  ],
};
