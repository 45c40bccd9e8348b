import type { Chat } from '../../src/chat/chat.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Asker, ConversationKey, Intent } from '../../src/chat/request.ts';
import type { DigestWanted, MessageWanted } from './read-preview.ts';
import { newTalkKey } from './talks.ts';
import type { WebParts } from './web-parts.ts';

type Parts = Pick<WebParts, 'chat' | 'clock' | 'pages' | 'talks'>;

/** A reply to be shown as the platforms show it. */
export interface Previewed {
  readonly reply: Reply;
  /** The story it was asked of; "" when there is none. */
  readonly story: string;
}

/** The newest answer of a talk, else what a question is answered, else a story's brief: the newest story's when none is named. */
export async function previewMessage(parts: Parts, wanted: MessageWanted): Promise<Previewed> {
  const { clock, pages, talks } = parts;
  const { depth, question } = wanted;
  const said = wanted.talk && talks.turns(wanted.talk, clock.now()).at(-1)?.reply;
  if (said) return { reply: said, story: said.story?.slug ?? '' };
  const story = wanted.story || (pages.list(0, 1)[0]?.story.slug ?? '');
  const about = story === '' ? {} : { story };
  const intent: Intent =
    question === '' ? { kind: 'brief', depth, ...about } : { kind: 'ask', question, ...about };
  return { reply: await handle(parts, intent), story };
}

/** What a digest would say and when it would come: the digests say so in words. */
export function previewDigest(parts: Parts, { story, time, days, zone }: DigestWanted): Promise<Reply> {
  const choices = {
    ...(story !== '' && { story }),
    ...(time !== '' && { time }),
    ...(days !== '' && { days }),
    ...(zone !== '' && { zone }),
  };
  return handle(parts, { kind: 'digest', digest: { kind: 'preview', choices }, where: { kind: 'here' } });
}

/** Asked by nobody in particular, so that nothing said before is in the answer. */
function handle({ chat, clock }: { chat: Chat; clock: Parts['clock'] }, intent: Intent): Promise<Reply> {
  const key = newTalkKey();
  const asker: Asker = {
    platform: 'web',
    workspace: '',
    channel: key,
    user: key,
    conversation: `web:${key}` as ConversationKey,
    manager: false,
  };
  return chat.handle({ asker, intent, at: clock.now() });
}
