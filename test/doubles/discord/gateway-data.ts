import type {
  GatewayChannelDeleteDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayReadyDispatchData,
  GatewayThreadDeleteDispatchData,
} from 'discord.js';

/**
 * The dispatches the double sends, by event name. `gateway-schemas.json` is made from this interface
 * (`node test/doubles/discord/make-gateway-schemas.ts`), so a payload is held to discord-api-types twice:
 * by the compiler, and at run time by what was really sent.
 */
export interface GatewayData {
  READY: GatewayReadyDispatchData;
  GUILD_CREATE: GatewayGuildCreateDispatchData;
  CHANNEL_DELETE: GatewayChannelDeleteDispatchData;
  THREAD_DELETE: GatewayThreadDeleteDispatchData;
  GUILD_DELETE: GatewayGuildDeleteDispatchData;
  MESSAGE_CREATE: GatewayMessageCreateDispatchData;
  MESSAGE_UPDATE: GatewayMessageUpdateDispatchData;
  MESSAGE_DELETE: GatewayMessageDeleteDispatchData;
  INTERACTION_CREATE: GatewayInteractionCreateDispatchData;
}
