import { ChannelType } from 'discord.js';

/** Channels that messages are written in: what is offered where one is to be chosen. */
export const WRITTEN_IN = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildVoice,
] as const;
