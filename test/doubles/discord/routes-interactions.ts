import { InteractionResponseType, InteractionType, MessageFlags } from 'discord.js';
import * as z from 'zod';
import { ApiError } from './api-error.ts';
import { callbackKind } from './check-body.ts';
import { messagePayload } from './message-payload.ts';
import { type Discord, NO_CONTENT, ok, type RestCall, type Route } from './rest-route.ts';
import { changeMessage, storeMessage } from './store-message.ts';
import type { StoredInteraction, StoredMessage } from './world.ts';

const callback = z.looseObject({
  type: z.int(),
  data: z.looseObject({ flags: z.int().nullish() }).nullish(),
});
/** How long a token is good for, and how often a user-installed app may follow up where it is no member. */
const TOKEN_MS = 15 * 60_000;
const FOLLOW_UPS = 5;

/** First responses, follow-ups and changes to them; each is known by the interaction's token. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/interactions/:/:/callback',
    open: true,
    kind: (body) => callbackKind(callback.parse(body).type),
    handle: respond,
  },
  { method: 'POST', pattern: '/webhooks/:/:', open: true, kind: 'follow-up', handle: followUp },
  {
    method: 'GET',
    pattern: '/webhooks/:/:/messages/:',
    open: true,
    handle: (call, discord) => ok(messagePayload(target(call, discord).message, discord.world)),
  },
  {
    method: 'PATCH',
    pattern: '/webhooks/:/:/messages/:',
    open: true,
    kind: 'follow-up-edit',
    handle: edit,
  },
  {
    method: 'DELETE',
    pattern: '/webhooks/:/:/messages/:',
    open: true,
    handle: (call, discord) => {
      target(call, discord).message.deleted = true;
      return NO_CONTENT;
    },
  },
];

function respond({ params, query, body }: RestCall, discord: Discord) {
  const interaction = discord.world.interactions.get(params[1] ?? '');
  const late = interaction && Date.now() > interaction.at + discord.deadlineMs;
  if (!interaction || interaction.id !== params[0]) throw new ApiError(404, 10062, 'Unknown interaction');
  if (interaction.state !== 'pending') {
    throw new ApiError(400, 40060, 'Interaction has already been acknowledged.');
  }
  if (late || interaction.expired) throw new ApiError(404, 10062, 'Unknown interaction');
  const { type, data } = callback.parse(body);
  const message = take(interaction, type, data, discord);
  interaction.acknowledgedAt = Date.now();
  discord.happenings.emit('interaction', interaction);
  if (query.get('with_response') !== 'true') return NO_CONTENT;
  return ok({
    interaction: {
      id: interaction.id,
      type: InteractionType.ApplicationCommand,
      ...(message && { response_message_id: message.id, response_message_ephemeral: interaction.ephemeral }),
    },
    resource: { type, ...(message && { message: messagePayload(message, discord.world) }) },
  });
}

function take(
  interaction: StoredInteraction,
  type: number,
  data: z.infer<typeof callback>['data'],
  discord: Discord,
): StoredMessage | undefined {
  interaction.data = data;
  interaction.ephemeral = ((data?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.state = 'answered';
      interaction.original = say(interaction, data, discord);
      return interaction.original;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.state = 'deferred';
      return undefined;
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.state = 'updated';
      return undefined;
    case InteractionResponseType.UpdateMessage:
      interaction.state = 'updated';
      if (interaction.original) changeMessage(interaction.original, data, discord);
      return interaction.original;
    case InteractionResponseType.Modal:
      interaction.state = 'modal';
      return undefined;
    default:
      interaction.state = 'choices';
      return undefined;
  }
}

function followUp(call: RestCall, discord: Discord) {
  const interaction = live(call, discord);
  if (interaction.state === 'pending') throw new ApiError(404, 10015, 'Unknown Webhook');
  const guest = interaction.channel.guild?.botIsMember === false;
  if (guest && interaction.followUps.length >= FOLLOW_UPS) {
    throw new ApiError(400, 40094, 'This interaction has reached its maximum number of follow-up messages');
  }
  const message = say(interaction, call.body, discord);
  interaction.followUps.push(message);
  discord.happenings.emit('interaction', interaction);
  return ok(messagePayload(message, discord.world));
}

function edit(call: RestCall, discord: Discord) {
  const interaction = live(call, discord);
  if (isOriginal(call) && interaction.state === 'deferred') {
    const flags = interaction.ephemeral ? MessageFlags.Ephemeral : 0;
    interaction.original = say(interaction, call.body, discord, flags);
    interaction.state = 'answered';
    discord.happenings.emit('interaction', interaction);
    return ok(messagePayload(interaction.original, discord.world));
  }
  const changed = changeMessage(target(call, discord).message, call.body, discord);
  return ok(messagePayload(changed, discord.world));
}

function say(interaction: StoredInteraction, body: unknown, discord: Discord, flags = 0): StoredMessage {
  const { channel } = interaction;
  return storeMessage({ channel, author: discord.world.bot, body, interaction, flags }, discord);
}

function live({ params }: RestCall, { world }: Discord): StoredInteraction {
  const interaction = world.interactions.get(params[1] ?? '');
  if (!interaction) throw new ApiError(404, 10015, 'Unknown Webhook');
  if (interaction.expired || Date.now() > interaction.at + TOKEN_MS) {
    throw new ApiError(401, 50027, 'Invalid Webhook Token');
  }
  return interaction;
}

function target(call: RestCall, discord: Discord) {
  const interaction = live(call, discord);
  const id = call.params[2];
  const message = isOriginal(call)
    ? interaction.original
    : (interaction.followUps.find((each) => each.id === id) ?? sameAsOriginal(interaction, id));
  if (!message || message.deleted) throw new ApiError(404, 10008, 'Unknown Message');
  return { interaction, message };
}

function sameAsOriginal({ original }: StoredInteraction, id: string | undefined): StoredMessage | undefined {
  return original?.id === id ? original : undefined;
}

function isOriginal({ params }: RestCall): boolean {
  return params[2] === '@original';
}
