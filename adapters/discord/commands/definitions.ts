import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Argument } from '../../../src/chat/command-arguments.ts';
import { type Command, commandsOf } from '../../../src/chat/commands.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { WRITTEN_IN } from '../written-in.ts';
import { COMMAND_TRANSLATIONS, GROUP_TRANSLATIONS, type Translation, translationOf } from './translations.ts';

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

type NamedCommand = Command & { readonly name: string };

/** Longer questions are cut nowhere, so they are not taken. */
const LONGEST_QUESTION = 1_000;

/** Of a digest's time or days; its dates may be as many as Discord takes characters. */
const LONGEST_CHOICE = 300;

/** Everywhere: in servers, in the DM with the bot, in others' DMs as a user-installed app. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** Every command as Discord registers it, made from the core's command table. */
export function commandDefinitions(): readonly Definition[] {
  const byWord = Map.groupBy(commandsOf('discord'), ({ name }) => name.split(' ')[0] ?? name);
  return [
    ...[...byWord].map(([word, commands]) => {
      const [only] = commands;
      return only?.name === word ? definition(only) : groupDefinition(word, commands);
    }),
    { type: ApplicationCommandType.Message, name: discordWording.askAbout, ...EVERYWHERE },
  ];
}

function definition(command: NamedCommand): Definition {
  const options = command.arguments.map(option);
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...described(command.description, COMMAND_TRANSLATIONS[command.id]),
    ...(options.length > 0 && { options }),
    ...EVERYWHERE,
  };
}

function groupDefinition(group: string, inside: readonly NamedCommand[]): Definition {
  const translation = GROUP_TRANSLATIONS[group];
  return {
    type: ApplicationCommandType.ChatInput,
    name: group,
    ...described(translation?.en ?? group, translation),
    options: inside.map((command): APIApplicationCommandSubcommandOption => {
      const options = command.arguments.map(option);
      return {
        type: ApplicationCommandOptionType.Subcommand,
        name: command.name.slice(group.length + 1),
        ...described(command.description, COMMAND_TRANSLATIONS[command.id]),
        ...(options.length > 0 && { options }),
      };
    }),
    ...EVERYWHERE,
  };
}

/** What is completed while it is typed. */
const COMPLETED: ReadonlySet<Argument['name']> = new Set(['question', 'story', 'zone', 'digest']);

function option(argument: Argument): APIApplicationCommandBasicOption {
  const common = {
    name: argument.name,
    ...described(argument.description, translationOf(argument)),
    ...(argument.required && { required: true }),
  };
  if (argument.form === 'channel') {
    return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...WRITTEN_IN] };
  }
  if (argument.form === 'yes') return { ...common, type: ApplicationCommandOptionType.Boolean };
  const text = { ...common, type: ApplicationCommandOptionType.String as const };
  if (argument.choices) {
    return { ...text, choices: argument.choices.map((choice) => ({ name: choice, value: choice })) };
  }
  if (argument.name === 'quiet') return text;
  if (!COMPLETED.has(argument.name)) return { ...text, max_length: LONGEST_CHOICE };
  return {
    ...text,
    autocomplete: true,
    ...(argument.name === 'question' && { min_length: 1, max_length: LONGEST_QUESTION }),
  };
}

function described(
  description: string,
  translation: Translation | undefined,
): { description: string; description_localizations?: LocalizationMap } {
  if (translation === undefined) return { description };
  const { en: _, ...others } = translation;
  // Discord knows two kinds of Spanish and falls back from neither to the other.
  return { description, description_localizations: { ...others, 'es-419': others['es-ES'] } };
}
