import type { Question } from '../incoming/question.ts';
import type { SlackBot } from '../slack-bot.ts';

/** The thread an answer goes into: the message's own, else one that it begins; none in a direct conversation. */
export async function threadFor(
  { settings }: SlackBot,
  { place, stamp }: Question,
): Promise<string | undefined> {
  if (place.direct || place.thread !== undefined) return place.thread;
  const { replies } = await settings.get(place.team, place.channel);
  return replies === 'thread' ? stamp : undefined;
}
