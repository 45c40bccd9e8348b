import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChat } from '../../../src/chat/create-chat.ts';
import { MemoryInProcess } from '../../../src/chat/memory-in-process.ts';
import type { CommandOptions } from '../../doubles/discord/interaction-payload.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import type { Person, StoredInteraction } from '../../doubles/discord/world.ts';
import { BRIDGE, shelfWith, WHALES } from '../../support/stories.ts';
import { startBot, type TestBot } from './start-bot.ts';

describe('briefs, stories and buttons on Discord', () => {
  const memory = new MemoryInProcess();
  let bot: TestBot;
  let editor: Person;

  beforeEach(async () => {
    bot = await startBot({
      chat: createChat({ stories: shelfWith(BRIDGE, WHALES), memory }),
      before: ({ world }) => {
        const [guild] = world.guilds.values();
        editor = world.addPerson('Editor');
        if (guild) world.join(guild, editor, PermissionFlagsBits.ManageChannels);
      },
    });
  });
  afterEach(async () => {
    expect(bot.discord.issues()).toEqual([]);
    await bot.stop();
  });

  const { stringify } = JSON;
  const command = (
    name: string,
    options: CommandOptions = {},
    person = bot.ann,
  ): Promise<StoredInteraction> =>
    bot.discord.people.settled(
      bot.discord.people.use(person, bot.channel, { kind: 'command', name, options }),
    );
  const seen = ({ original, followUps }: StoredInteraction) =>
    readMessage((followUps.at(-1) ?? original)?.body);
  const press = async (
    under: StoredInteraction,
    label: string,
    person = bot.ann,
  ): Promise<StoredInteraction> => {
    const message = under.followUps.at(-1) ?? under.original;
    const button = readMessage(message?.body).buttons.find((each) => each.label === label);
    if (!button || !message)
      throw new Error(`no button ${label} in ${stringify(readMessage(message?.body).buttons)}`);
    return bot.discord.people.settled(
      bot.discord.people.use(person, bot.channel, { kind: 'button', customId: button.customId, message }),
    );
  };
  const choices = async (name: string, values: Record<string, string>, focused: string): Promise<unknown> => {
    const typed = bot.discord.people.use(bot.ann, bot.channel, {
      kind: 'autocomplete',
      name,
      options: { values },
      focused,
    });
    const { data } = await bot.discord.people.settled(typed);
    return JSON.parse(stringify(data)).choices;
  };

  it('briefs at the depth asked for, with what leads further under it', async () => {
    const brief = await command('brief', { values: { story: 'harbour-bridge', depth: 'line' } });
    expect(brief.ephemeral).toBe(false);
    expect(seen(brief).text).toMatch(/^City council votes to close the old harbour bridge/);
    const labels = seen(brief).buttons.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['More', 'Who’s who', 'Quotes', 'Timeline', 'Sources']));
  });

  it('answers a suggested question for all, with the question above it', async () => {
    const brief = await command('brief', { values: { story: 'harbour-bridge' } });
    const [question] = seen(brief).buttons;
    const answer = await press(brief, question?.label ?? '');
    expect(answer.ephemeral).toBe(false);
    expect(readMessage(answer.original?.body).above).toBe(`“${question?.label}”`);
  });

  it.each(['More', 'Who’s who', 'Quotes', 'Timeline', 'Sources'])(
    'shows %s to whoever presses it',
    async (label) => {
      const brief = await command('brief', { values: { story: 'harbour-bridge' } });
      const view = await press(brief, label);
      expect(view.ephemeral).toBe(true);
      expect(seen(view).text).not.toBe('');
    },
  );

  it('counts “Not helpful” by story and kind of question, and keeps nothing else', async () => {
    const answer = await command('ask', {
      values: { question: 'Who is Tomas Reyes?', story: 'harbour-bridge' },
    });
    const before = memory.unhelpful.reduce((sum, { count }) => sum + count, 0);
    const noted = await press(answer, 'Not helpful');
    expect(noted.ephemeral).toBe(true);
    expect(memory.unhelpful.reduce((sum, { count }) => sum + count, 0)).toBe(before + 1);
    expect(stringify(memory.unhelpful)).not.toContain('Reyes');
  });

  it('lists the stories, and lets a manager choose the channel’s', async () => {
    const list = await command('story');
    expect(seen(list).text).toContain('Humpback whales');
    await command('story', { values: { story: 'fjord-whales' } }, editor);
    const anybody = bot.discord.world.addPerson('Ben');
    const brief = await command('brief', {}, anybody);
    expect(seen(brief).text).toMatch(/^Humpback whales/);
  });

  it('knows a manager who mentions it, too', async () => {
    const { people, world } = bot.discord;
    await people.replyTo(people.say(editor, bot.channel, `${bot.mention} /story fjord-whales`));
    expect(seen(await command('brief', {}, world.addPerson('Ben'))).text).toMatch(/^Humpback whales/);
  });

  it('lets anybody else choose for themselves only', async () => {
    await command('story', { values: { story: 'fjord-whales' } });
    expect(seen(await command('brief')).text).toMatch(/^Humpback whales/);
    expect(seen(await command('brief', {}, editor)).text).toContain('Which story do you mean?');
  });

  it('lists its commands, and forgets on request', async () => {
    const help = await command('help');
    expect(help.ephemeral).toBe(true);
    for (const name of ['/ask', '/brief', '/story', '/backstory forget'])
      expect(seen(help).text).toContain(name);
    const forgotten = await command('backstory', { sub: 'forget' });
    expect(forgotten.ephemeral).toBe(true);
    expect(seen(forgotten).text).toContain('forgotten');
  });

  it('completes stories and questions from memory', async () => {
    expect(await choices('brief', { story: 'hump' }, 'story')).toEqual([
      { name: 'Humpback whales return to the northern fjord', value: 'fjord-whales' },
    ]);
    const questions = await choices('ask', { question: 'who', story: 'harbour-bridge' }, 'question');
    expect(stringify(questions)).toContain('Who is Tomas Reyes?');
    expect(await choices('ask', { question: 'zzz' }, 'question')).toEqual([]);
  });

  it('answers commands and forms of another age politely', async () => {
    expect(seen(await command('retired')).text).not.toBe('');
    const { people } = bot.discord;
    const form = people.use(bot.ann, bot.channel, {
      kind: 'modal',
      customId: 'old-form',
      fields: { question: 'x' },
    });
    expect(seen(await people.settled(form)).text).toContain('out of date');
  });
});
