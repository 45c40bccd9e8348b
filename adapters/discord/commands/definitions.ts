import {
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { type Argument, type Command, commandsOf } from '../../../src/chat/commands.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { COMMAND_TRANSLATIONS, GROUP_TRANSLATION, type Translation, translationOf } from './translations.ts';

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

type NamedCommand = Command & { readonly name: string };

/** Longer questions are cut nowhere, so they are not taken. */
const LONGEST_QUESTION = 1_000;

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
  const commands = commandsOf('discord');
  const single = commands.filter(({ name }) => !name.includes(' '));
  const groups = new Set(
    commands.flatMap(({ name }) => (name.includes(' ') ? [name.slice(0, name.indexOf(' '))] : [])),
  );
  return [
    ...single.map(definition),
    ...[...groups].map((group) => groupDefinition(group, commands)),
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

function groupDefinition(group: string, commands: readonly NamedCommand[]): Definition {
  const inside = commands.filter(({ name }) => name.startsWith(`${group} `));
  return {
    type: ApplicationCommandType.ChatInput,
    name: group,
    ...described(GROUP_TRANSLATION.en, GROUP_TRANSLATION),
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

function option(argument: Argument): APIApplicationCommandStringOption {
  const common = {
    type: ApplicationCommandOptionType.String as const,
    name: argument.name,
    ...described(argument.description, translationOf(argument)),
    ...(argument.required && { required: true }),
  };
  if (argument.choices) {
    return { ...common, choices: argument.choices.map((choice) => ({ name: choice, value: choice })) };
  }
  return {
    ...common,
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
