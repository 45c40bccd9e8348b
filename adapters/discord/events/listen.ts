import { type Client, Events } from 'discord.js';
import { underNewRequestId } from '../../../src/ops/request-id.ts';
import type { Bot } from '../bot.ts';
import { failureOf } from '../sending/failure-of.ts';
import { forgetMissedLeaves } from './missed-leaves.ts';
import { onInteraction } from './on-interaction.ts';
import { onJoin } from './on-join.ts';
import { onChannelGone, onLeave } from './on-leave.ts';
import { onEdit, onMessage } from './on-message.ts';

/** Hears the client's events. None of them can make the process fail: what goes wrong is logged here. */
export function listen(client: Client<true>, bot: Bot): void {
  const me = client.user.id;
  const run = (what: string, work: () => Promise<void>): void => {
    if (!bot.running.open) return;
    bot.running.track(underNewRequestId(() => work().catch((error: unknown) => report(bot, what, error))));
  };
  client.on(Events.MessageCreate, (message) => run('a message', () => onMessage(bot, message, me)));
  client.on(Events.MessageUpdate, (_, message) => run('an edited message', () => onEdit(bot, message, me)));
  client.on(Events.InteractionCreate, (interaction) =>
    run('an interaction', () => onInteraction(bot, interaction)),
  );
  client.on(Events.GuildDelete, (guild) => run('a server that was left', () => onLeave(bot, guild)));
  for (const gone of [Events.ChannelDelete, Events.ThreadDelete] as const) {
    client.on(gone, (channel) => run('a channel that is gone', () => onChannelGone(bot, channel)));
  }
  client.on(Events.GuildCreate, (guild) =>
    run('a new server', async () => {
      await bot.memberships?.note(me, [guild.id]);
      await onJoin(bot, guild, me);
    }),
  );
  run('the servers it is in', () => forgetMissedLeaves(bot, client));
}

/**
 * Logs what went wrong as loudly as it matters. Never the error itself: it carries the request, and with it
 * somebody's words and the interaction's token.
 */
function report(bot: Bot, what: string, error: unknown): void {
  const { kind, code } = failureOf(error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const words = `Discord: could not answer ${what}`;
  if (kind === 'gone' || kind === 'closed') {
    bot.log.info({ failure: kind, code }, `${words}: whoever asked is not there any more`);
  } else if (kind === 'bug' || (kind === 'uncertain' && code === 0)) {
    bot.log.error({ failure: kind, code, reason }, words);
  } else bot.log.warn({ failure: kind, code, reason }, words);
}
