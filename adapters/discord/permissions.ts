import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/**
 * What the bot needs in a channel, with the names Discord's settings have for them. No more: the invite link,
 * the documentation and `backstory doctor` are made from this.
 */
export const NEEDED: readonly NeededPermission[] = [
  { bit: PermissionFlagsBits.ViewChannel, name: 'View Channels' },
  { bit: PermissionFlagsBits.SendMessages, name: 'Send Messages' },
  { bit: PermissionFlagsBits.SendMessagesInThreads, name: 'Send Messages in Threads' },
  // Discord asks it of whoever replies to a message; the bot reads no history.
  { bit: PermissionFlagsBits.ReadMessageHistory, name: 'Read Message History' },
];

export interface NeededPermission {
  readonly bit: bigint;
  readonly name: string;
}

const INVITE_SCOPES: readonly string[] = ['bot', 'applications.commands'];

/** The address an administrator opens to add the bot, with exactly the scopes and permissions it needs. */
export function inviteLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  const bits = NEEDED.reduce((sum, { bit }) => sum | bit, 0n);
  link.searchParams.set('client_id', applicationId);
  link.searchParams.set('scope', INVITE_SCOPES.join(' '));
  link.searchParams.set('permissions', String(bits));
  return link.href;
}

/** Names of what is missing for posting in a channel. */
export function missingToPost(may: Readonly<PermissionsBitField>, inThread: boolean): readonly string[] {
  const send = inThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const needed = [PermissionFlagsBits.ViewChannel, send];
  return NEEDED.filter(({ bit }) => needed.includes(bit) && !may.has(bit)).map(({ name }) => name);
}
