import { type AutocompleteInteraction, InteractionResponseType } from 'discord.js';
import type { Bot } from '../bot.ts';
import { LIMITS } from '../limits.ts';
import { acknowledge } from '../sending/interaction-answer.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Offers what fits what is typed so far, from memory: stories, or questions of the story chosen. */
export async function complete(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices =
    name === 'story' ? stories(bot, value) : name === 'question' ? questions(bot, interaction, value) : [];
  await acknowledge(bot.rest, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.filter((choice) => choice.name.trim() !== '').slice(0, LIMITS.choices) },
  });
}

function stories(bot: Bot, typed: string): readonly Choice[] {
  return bot.chat.stories(typed).map(({ slug, title }) => ({
    name: shortened(title, LIMITS.choiceName),
    // A beginning that only one story has finds it as well as the whole name.
    value: slug.slice(0, LIMITS.choiceValue),
  }));
}

function questions(bot: Bot, interaction: AutocompleteInteraction, typed: string): readonly Choice[] {
  const named = interaction.options.getString('story') ?? '';
  const [story] = named === '' ? [] : bot.chat.stories(named);
  return bot.chat
    .questions(story?.slug, typed)
    .filter((question) => question.length <= LIMITS.choiceValue)
    .map((question) => ({ name: shortened(question, LIMITS.choiceName), value: question }));
}

function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`;
}
