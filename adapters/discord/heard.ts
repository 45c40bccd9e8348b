import { cleanContent, type Message, MessageReferenceType } from 'discord.js';

/** What a message is to the bot. */
export type Heard =
  /** Said to the bot; `text` is without its name. */
  | { readonly kind: 'said'; readonly text: string }
  /** A reply to the bot whose words Discord keeps from it. */
  | { readonly kind: 'withheld' }
  | { readonly kind: 'nothing' };

/** Whether somebody speaks to the bot, and what they say. Bots, itself included, never do. */
export function heard(message: Message, me: string): Heard {
  const { author, content } = message;
  // A partial message comes without an author: nothing was said.
  if (!author || author.bot || message.system || message.webhookId) return { kind: 'nothing' };
  const named = new RegExp(`<@!?${me}>`, 'g');
  const mentioned = named.test(content);
  const replied = repliesTo(message, me);
  if (!mentioned && !replied && message.guildId !== null) return { kind: 'nothing' };
  if (content === '' && message.guildId !== null) return { kind: 'withheld' };
  // Nothing but pictures or stickers in a DM: there is nothing to answer.
  if (content === '' && (message.attachments.size > 0 || message.stickers.size > 0))
    return { kind: 'nothing' };
  return { kind: 'said', text: cleanContent(content.replace(named, ' '), message.channel).trim() };
}

function repliesTo(message: Message, me: string): boolean {
  const id = message.reference?.messageId;
  if (id === undefined || message.reference?.type === MessageReferenceType.Forward) return false;
  const author = message.channel.messages.cache.get(id)?.author ?? message.mentions.repliedUser;
  return author?.id === me;
}
