import { once } from 'node:events';
import {
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordDouble, type DoubleOptions, startDiscordDouble } from './discord-double.ts';

/** The double is only worth something when the real client takes it for Discord. */
describe('the double, to the real discord.js client', () => {
  let discord: DiscordDouble;
  let client: Client;

  const connect = async (options: DoubleOptions = {}, intents: number[] = []): Promise<void> => {
    discord = await startDiscordDouble(options);
    client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        ...intents,
      ],
      partials: [Partials.Channel],
      rest: { api: discord.apiUrl, version: '10' },
    });
  };

  const login = async (): Promise<void> => {
    const ready = once(client, Events.ClientReady);
    await client.login(discord.token);
    await ready;
  };

  beforeEach(() => connect());

  afterEach(async () => {
    await client.destroy();
    await discord.stop();
  });

  it('logs in and knows its guilds, channels and permissions', async () => {
    const guild = discord.world.addGuild('Newsroom');
    const channel = discord.world.addChannel(guild, 'desk', { botDenied: 1n << 11n });
    await login();
    const seen = client.guilds.cache.get(guild.id)?.channels.cache.get(channel.id);
    expect(seen?.name).toBe('desk');
    expect(seen?.permissionsFor(client.user?.id ?? '')?.has('SendMessages')).toBe(false);
    expect(seen?.permissionsFor(client.user?.id ?? '')?.has('ViewChannel')).toBe(true);
  });

  it('gives content only where Discord gives it without the privileged intent', async () => {
    const guild = discord.world.addGuild('Newsroom');
    const channel = discord.world.addChannel(guild, 'desk');
    const ann = discord.world.addPerson('Ann');
    discord.world.join(guild, ann);
    await login();
    const seen: Record<string, string> = {};
    client.on(Events.MessageCreate, (message: Message) => {
      seen[message.id] = message.content;
    });
    const mention = discord.people.say(ann, channel, `<@${discord.world.bot.id}> hello`);
    const other = discord.people.say(ann, channel, 'between ourselves');
    const dm = discord.people.say(ann, discord.world.dmWith(ann), 'in private');
    await expect.poll(() => Object.keys(seen).length).toBe(3);
    expect(seen).toEqual({ [mention.id]: mention.content, [other.id]: '', [dm.id]: 'in private' });
  });

  it('takes an answer once, within its deadline, and edits and follow-ups after it', async () => {
    await client.destroy();
    await discord.stop();
    await connect({ deadlineMs: 400 });
    const guild = discord.world.addGuild('Newsroom');
    const channel = discord.world.addChannel(guild, 'desk');
    const ann = discord.world.addPerson('Ann');
    discord.world.join(guild, ann);
    await login();
    const use = async (): Promise<[ChatInputCommandInteraction, ReturnType<typeof discord.people.use>]> => {
      const arrives = once(client, Events.InteractionCreate) as Promise<[Interaction]>;
      const mine = discord.people.use(ann, channel, {
        kind: 'command',
        name: 'ask',
        options: { values: { question: 'who?' } },
      });
      const [interaction] = await arrives;
      if (!interaction.isChatInputCommand()) throw new Error('not a command');
      return [interaction, mine];
    };

    const [first, stored] = await use();
    expect(first.options.getString('question')).toBe('who?');
    await first.deferReply({ flags: MessageFlags.Ephemeral });
    await first.editReply('an answer');
    await first.followUp('more');
    expect(stored).toMatchObject({ state: 'answered', ephemeral: true });
    expect(stored.original?.content).toBe('an answer');
    expect(stored.followUps).toHaveLength(1);

    const [late] = await use();
    await expect.poll(() => Date.now() - late.createdTimestamp).toBeGreaterThan(420);
    await expect(late.reply('too late')).rejects.toMatchObject({ code: 10062 });
  });

  it.each([
    ['content over 2,000', { content: 'x'.repeat(2001) }, 50035],
    ['an empty message', { content: '' }, 50035],
    ['embeds over 6,000 in all', { embeds: [1, 2].map(() => ({ description: 'x'.repeat(3001) })) }, 50035],
    [
      'content beside Components V2',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] },
      50035,
    ],
    ['Components V2 without the flag', { components: [{ type: 10, content: 'y' }] }, 50035],
    [
      'text over 4,000',
      { flags: 1 << 15, components: [1, 2].map(() => ({ type: 10, content: 'y'.repeat(2001) })) },
      50035,
    ],
    ['a misspelt key', { content: 'x', emebds: [] }, 50035],
    [
      'one custom id twice',
      {
        content: 'x',
        components: [
          { type: 1, components: [1, 2].map(() => ({ type: 2, style: 1, label: 'a', custom_id: 'a' })) },
        ],
      },
      50035,
    ],
    [
      'six buttons in a row',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [1, 2, 3, 4, 5, 6].map((n) => ({ type: 2, style: 1, label: 'a', custom_id: `${n}` })),
          },
        ],
      },
      50035,
    ],
  ])('refuses %s', async (_, body, code) => {
    const channel = discord.world.addChannel(discord.world.addGuild('Newsroom'), 'desk');
    client.rest.setToken(discord.token);
    await expect(client.rest.post(`/channels/${channel.id}/messages`, { body })).rejects.toMatchObject({
      code,
    });
    expect(discord.world.botMessages()).toEqual([]);
  });

  it('replays what was missed, once, when a cut connection resumes', async () => {
    const guild = discord.world.addGuild('Newsroom');
    const channel = discord.world.addChannel(guild, 'desk');
    const ann = discord.world.addPerson('Ann');
    await login();
    const seen: string[] = [];
    client.on(Events.MessageCreate, (message: Message) => seen.push(message.id));
    const resumed = once(discord.gateway, 'resumed');
    discord.gateway.drop();
    const missed = discord.people.say(ann, channel, `<@${discord.world.bot.id}> still there?`);
    await resumed;
    await expect.poll(() => seen).toEqual([missed.id]);
  });

  it('closes a wrong token and undeclared privileged intents as Discord does', async () => {
    await expect(client.login('MTIz.AAAAAA.wrong')).rejects.toThrow();
    await client.destroy();
    await discord.stop();
    await connect({}, [GatewayIntentBits.MessageContent]);
    const closed = once(client, Events.ShardDisconnect) as Promise<[{ code: number }]>;
    await client.login(discord.token).catch(() => undefined);
    expect((await closed)[0].code).toBe(4014);
  });

  it('gives the message a nonce stands for already, and a second one without it', async () => {
    const channel = discord.world.addChannel(discord.world.addGuild('Newsroom'), 'desk');
    client.rest.setToken(discord.token);
    const post = (body: object) => client.rest.post(`/channels/${channel.id}/messages`, { body });
    discord.faults.next(/messages$/, { kind: 'status', status: 502, when: 'after' });
    await post({ content: 'once', nonce: 'n', enforce_nonce: true });
    expect(discord.world.botMessages()).toHaveLength(1);
    discord.faults.next(/messages$/, { kind: 'status', status: 502, when: 'after' });
    await post({ content: 'twice' });
    expect(discord.world.botMessages()).toHaveLength(3);
  });
});
