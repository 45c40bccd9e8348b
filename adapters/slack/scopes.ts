/** The least the bot needs, each with what for. None lets it read what is said in channels. */
export const SCOPES = [
  /** Slash commands and the message shortcut. */
  'commands',
  /** Answers, and changing and taking back its own messages. */
  'chat:write',
  /** Questions by mention. */
  'app_mentions:read',
  /** Questions by direct message. */
  'im:history',
  /** Direct messages of its own: digests, and hints when it may not post where it was asked. */
  'im:write',
  /** Who is an admin or a guest, and everybody's time zone. */
  'users:read',
  /** Being told that it was invited to a public channel or removed from it, and what the channel is called. */
  'channels:read',
  /** The same for private channels. */
  'groups:read',
] as const;
