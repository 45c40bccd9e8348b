import type { Chat } from '../../src/chat/chat.ts';
import type { DigestPreview } from '../../src/chat/digest-preview.ts';
import type { MessagePreview, PlatformPreviews, Previews } from '../../src/chat/platform-preview.ts';
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

/**
 * The newest answer of a talk, else what a question is answered, else a story's brief: the newest story's when none
 * is named.
 * @returns `gone` for a talk that is not kept any more: another reply in its place would mislead
 */
export async function previewMessage(parts: Parts, wanted: MessageWanted): Promise<Previewed | 'gone'> {
  const { clock, pages, talks } = parts;
  const { depth, question } = wanted;
  if (wanted.talk !== undefined) {
    const said = talks.turns(wanted.talk, clock.now()).at(-1)?.reply;
    return said ? { reply: said, story: said.story?.slug ?? '' } : 'gone';
  }
  const story = wanted.story || (pages.list(0, 1)[0]?.story.slug ?? '');
  const about = story === '' ? {} : { story };
  const intent: Intent =
    question === '' ? { kind: 'brief', depth, ...about } : { kind: 'ask', question, ...about };
  return { reply: await handle(parts, intent), story };
}

/** What a digest would be, and when it would come. */
export function previewDigest(
  { clock, previewDigest: preview }: Pick<WebParts, 'clock' | 'previewDigest'>,
  { story, time, days, zone }: DigestWanted,
): Promise<DigestPreview> {
  const choices = {
    ...(story !== '' && { story }),
    ...(time !== '' && { time }),
    ...(days !== '' && { days }),
    ...(zone !== '' && { zone }),
  };
  return preview(choices, clock.now());
}

/** What each platform would be sent. */
export type PlatformMessages = Readonly<Record<keyof Previews, readonly MessagePreview[]>>;

/** A reply, or a digest's message, as each platform would be sent it. */
export async function platformMessages(
  { chat, previews }: Pick<WebParts, 'chat' | 'previews'>,
  reply: Reply,
  kind: keyof PlatformPreviews,
): Promise<PlatformMessages> {
  const { discord, slack } = await previews();
  return { discord: discord[kind](reply, chat), slack: slack[kind](reply, chat) };
}

/** Asked by nobody in particular: nothing said before is in the answer, and no trace of it is kept. */
function handle({ chat, clock }: { chat: Chat; clock: Parts['clock'] }, intent: Intent): Promise<Reply> {
  const key = newTalkKey();
  const asker: Asker = {
    platform: 'web',
    workspace: '',
    channel: key,
    user: key,
    conversation: `web:${key}` as ConversationKey,
    alone: true,
    manager: false,
  };
  return chat.handle({ asker, intent, at: clock.now() });
}
