import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIBaseInteraction,
  type APIInteractionGuildMember,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  Locale,
} from 'discord.js';
import type { GatewayData } from './gateway-data.ts';
import { channelPayload, memberPayload, userPayload } from './guild-payload.ts';
import { messagePayload } from './message-payload.ts';
import { permissionsIn } from './permissions.ts';
import type { Channel, Person, StoredInteraction, StoredMessage, World } from './world.ts';

type InteractionChannel = NonNullable<APIBaseInteraction<InteractionType, unknown>['channel']>;
type Payload = GatewayData['INTERACTION_CREATE'];

/** What somebody does with the mouse or keyboard that reaches the bot as an interaction. */
export type Gesture =
  | { readonly kind: 'command'; readonly name: string; readonly options: CommandOptions }
  | {
      readonly kind: 'autocomplete';
      readonly name: string;
      readonly options: CommandOptions;
      readonly focused: string;
    }
  | { readonly kind: 'message-command'; readonly name: string; readonly target: StoredMessage }
  | { readonly kind: 'button'; readonly customId: string; readonly message: StoredMessage }
  | {
      readonly kind: 'modal';
      readonly customId: string;
      readonly fields: Readonly<Record<string, FieldValue>>;
      readonly message?: StoredMessage;
    };

/** A subcommand, when there is one, is named `sub`. */
export interface CommandOptions {
  readonly sub?: string;
  readonly values?: Readonly<Record<string, OptionValue>>;
}

/** What was typed in a field; in a list, what was picked. */
export type FieldValue = string | readonly string[] | { readonly channels: readonly Channel[] };

/** What is given for an option: words, a yes or no, a channel. */
export type OptionValue = string | boolean | Channel;

/** INTERACTION_CREATE for a gesture. */
export function interactionPayload(interaction: StoredInteraction, gesture: Gesture, world: World): Payload {
  const base = basePayload(interaction, world);
  return { ...base, ...gesturePayload(gesture, world, interaction) } as Payload;
}

function basePayload(
  interaction: StoredInteraction,
  world: World,
): Omit<APIBaseInteraction<InteractionType, unknown>, 'type'> {
  const { channel, person } = interaction;
  const { guild } = channel;
  return {
    id: interaction.id,
    application_id: world.applicationId,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: interactionChannel(channel, world),
    app_permissions: String(permissionsIn(channel, world.bot, world.bot)),
    locale: person.locale as Locale,
    entitlements: [],
    authorizing_integration_owners: guild?.botIsMember
      ? { [ApplicationIntegrationType.GuildInstall]: guild.id }
      : { [ApplicationIntegrationType.UserInstall]: person.id },
    context: guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10_485_760,
    ...(guild
      ? {
          guild_id: guild.id,
          guild_locale: Locale.EnglishUS,
          guild: { id: guild.id, locale: Locale.EnglishUS, features: [] },
          member: interactionMember(channel, person, world.bot),
        }
      : { user: userPayload(person) }),
  };
}

/** The partial channel of an interaction has no overwrites: `app_permissions` says what they come to. */
function interactionChannel(channel: Channel, world: World): InteractionChannel {
  const { permission_overwrites: _, ...payload } = {
    permission_overwrites: [],
    ...channelPayload(channel, world.bot),
  };
  return payload as InteractionChannel;
}

function interactionMember(channel: Channel, person: Person, bot: Person): APIInteractionGuildMember {
  if (channel.guild === undefined) throw new Error('only a guild has members');
  return {
    ...memberPayload(channel.guild, person),
    user: userPayload(person),
    permissions: String(permissionsIn(channel, person, bot)),
  } as APIInteractionGuildMember;
}

function gesturePayload(
  gesture: Gesture,
  world: World,
  { channel, person }: StoredInteraction,
): Record<string, unknown> {
  switch (gesture.kind) {
    case 'command':
    case 'autocomplete':
      return {
        type:
          gesture.kind === 'command'
            ? InteractionType.ApplicationCommand
            : InteractionType.ApplicationCommandAutocomplete,
        data: {
          id: commandId(world, gesture.name, channel),
          name: gesture.name,
          type: ApplicationCommandType.ChatInput,
          options: optionsPayload(
            gesture.options,
            gesture.kind === 'autocomplete' ? gesture.focused : undefined,
          ),
          ...resolvedPayload(
            Object.values(gesture.options.values ?? {}).filter((value) => typeof value === 'object'),
            world,
            person,
          ),
        },
      };
    case 'message-command':
      return {
        type: InteractionType.ApplicationCommand,
        data: {
          id: commandId(world, gesture.name, channel),
          name: gesture.name,
          type: ApplicationCommandType.Message,
          target_id: gesture.target.id,
          // The target's content is given whoever wrote it.
          resolved: { messages: { [gesture.target.id]: messagePayload(gesture.target, world) } },
        },
      };
    case 'button':
      return {
        type: InteractionType.MessageComponent,
        data: { custom_id: gesture.customId, component_type: ComponentType.Button },
        message: messagePayload(gesture.message, world),
      };
    case 'modal':
      return {
        type: InteractionType.ModalSubmit,
        data: {
          custom_id: gesture.customId,
          components: Object.entries(gesture.fields).map(([customId, value], index) => ({
            type: ComponentType.Label,
            id: index * 2 + 1,
            component: { ...fieldPayload(value), id: index * 2 + 2, custom_id: customId },
          })),
          ...resolvedPayload(pickedChannels(gesture.fields), world, person),
        },
        ...(gesture.message && { message: messagePayload(gesture.message, world) }),
      };
    default:
      return gesture satisfies never;
  }
}

/** The id the command was registered under; any id when the bot never registered it, as from a stale client. */
function commandId(world: World, name: string, channel: Channel): string {
  const scopes = [channel.guild?.id ?? '', ''];
  const known = scopes.flatMap((scope) => world.commands.get(scope) ?? []);
  return known.find((command) => command.name === name)?.id ?? world.mint.next();
}

function optionsPayload(
  { sub, values = {} }: CommandOptions,
  focused: string | undefined,
): APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>[] {
  const options = Object.entries(values).map(([name, value]) => ({
    name,
    ...valuePayload(value),
    ...(name === focused && { focused: true }),
  })) as APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>[];
  return sub === undefined
    ? options
    : [{ name: sub, type: ApplicationCommandOptionType.Subcommand, options }];
}

function fieldPayload(value: FieldValue) {
  if (typeof value === 'string') return { type: ComponentType.TextInput, value };
  if (!('channels' in value)) return { type: ComponentType.StringSelect, values: value };
  return { type: ComponentType.ChannelSelect, values: value.channels.map(({ id }) => id) };
}

function pickedChannels(fields: Readonly<Record<string, FieldValue>>): readonly Channel[] {
  return Object.values(fields).flatMap((value) =>
    typeof value === 'object' && 'channels' in value ? value.channels : [],
  );
}

function valuePayload(value: OptionValue) {
  if (typeof value === 'string') return { type: ApplicationCommandOptionType.String, value };
  if (typeof value === 'boolean') return { type: ApplicationCommandOptionType.Boolean, value };
  return { type: ApplicationCommandOptionType.Channel, value: value.id };
}

/** A channel that was chosen comes with what the asker and the bot may do there. */
function resolvedPayload(channels: readonly Channel[], world: World, person: Person) {
  if (channels.length === 0) return {};
  const entries = channels.map((channel) => {
    const { id, name, type, parent } = channel;
    const app = channel.guild?.botIsMember
      ? { app_permissions: String(permissionsIn(channel, world.bot, world.bot)) }
      : {};
    const permissions = String(permissionsIn(channel, person, world.bot));
    return [id, { id, name, type, permissions, ...app, ...(parent && { parent_id: parent.id }) }];
  });
  return { resolved: { channels: Object.fromEntries(entries) as Record<string, unknown> } };
}
