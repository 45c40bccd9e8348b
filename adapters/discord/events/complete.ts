import { type AutocompleteInteraction, InteractionResponseType } from 'discord.js';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import type { Bot } from '../bot.ts';
import { interactionPlace } from '../digests/place-of.ts';
import { LIMITS, RESPOND_WITHIN_MS } from '../limits.ts';
import { acknowledge } from '../sending/interaction-answer.ts';
import { within } from '../sending/within.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Offers what fits what is typed so far: stories, questions of the story chosen, time zones, the digests here. */
export async function complete(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  // Nothing can be put off here: what is late is not offered.
  const ready = (await within(offered(bot, interaction), RESPOND_WITHIN_MS)) ?? [];
  const choices = ready.filter(({ name }) => name.trim() !== '');
  await acknowledge(bot.rest, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, LIMITS.choices) },
  });
}

async function offered(bot: Bot, interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  switch (name) {
    case 'story':
      return interaction.commandName === 'digest'
        ? [...everyStory(value), ...stories(bot, value)]
        : stories(bot, value);
    case 'question':
      return questions(bot, interaction, value);
    case 'zone':
      return (bot.digests?.zones(value, bot.clock.now()) ?? []).map((zone) => choice(zone.label, zone.value));
    case 'digest':
      return digests(bot, interaction, value);
    default:
      return [];
  }
}

function everyStory(typed: string): readonly Choice[] {
  const { everyStory: label } = discordWording.digestForm;
  const wanted = typed.trim().toLowerCase();
  return [label.toLowerCase(), 'all'].some((word) => word.startsWith(wanted)) ? [choice(label, 'all')] : [];
}

function stories(bot: Bot, typed: string): readonly Choice[] {
  // A beginning that only one story has finds it as well as the whole name.
  return bot.chat.stories(typed).map(({ slug, title }) => choice(title, slug.slice(0, LIMITS.choiceValue)));
}

function questions(bot: Bot, interaction: AutocompleteInteraction, typed: string): readonly Choice[] {
  const named = interaction.options.getString('story') ?? '';
  const [story] = named === '' ? [] : bot.chat.stories(named);
  return bot.chat
    .questions(story?.slug, typed)
    .filter((question) => question.length <= LIMITS.choiceValue)
    .map((question) => choice(question, question));
}

/** Whoever may see a channel may see what is sent there; what is sent to them alone is theirs everywhere. */
async function digests(
  bot: Bot,
  interaction: AutocompleteInteraction,
  typed: string,
): Promise<readonly Choice[]> {
  const find = interactionPlace(interaction);
  const place = await find({ kind: 'here' });
  if (!bot.digests || !place) return [];
  const own = interaction.guildId === null ? undefined : await find({ kind: 'me' });
  const all = [
    ...(await bot.digests.summaries(place)),
    ...(own ? await bot.digests.summaries(own) : []).map(({ id, label }) => ({
      id,
      label: discordWording.inDm(label),
    })),
  ];
  const wanted = typed.trim().toLowerCase();
  return all
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ id, label }) => choice(label, id));
}

function choice(name: string, value: string): Choice {
  const { choiceName } = LIMITS;
  const shown = name.length <= choiceName ? name : `${name.slice(0, choiceName - 1).toWellFormed()}…`;
  return { name: shown, value };
}
