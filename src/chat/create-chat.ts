import type { Article, Slug } from '../story/article.ts';
import { ActionCodec } from './action-codec.ts';
import type { Chat } from './chat.ts';
import { freshConversation } from './conversation.ts';
import { type Desk, storiesMatching } from './desk.ts';
import { digestAsked } from './digest-asked.ts';
import type { DigestDesk } from './digest-desk.ts';
import { handle } from './handle.ts';
import { InTurn } from './in-turn.ts';
import type { Memory, Recalled } from './memory.ts';
import { MemoryInProcess } from './memory-in-process.ts';
import { Notes } from './notes.ts';
import { linkToPages } from './page-links.ts';
import type { Reading, Shelf } from './reading.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';
import { sharedReadings } from './shared-readings.ts';
import { remark } from './social-reply.ts';
import { storyRef } from './story-ref.ts';
import { refusal } from './which-story.ts';
import { digestWording } from './wording-digest.ts';

/** What a chat is made of. */
export interface ChatParts {
  readonly stories: Shelf;
  /** That of the process when not given. */
  readonly memory?: Memory;
  /** Without it digests are refused in words. */
  readonly digests?: Pick<DigestDesk, 'handle'>;
  /** Where our own pages are reached from outside: what has no address at its source is cited there. */
  readonly publicUrl?: string | undefined;
  /** Makes an article ready, and remembers it; shared with the digests where there are some. */
  readonly read?: (article: Article) => Reading;
  /** Told of a fault of ours; the person is told in words. Never given what somebody asked. */
  readonly onFault?: (fault: unknown) => void;
}

/** Autocompletion shows no more on any platform. */
const MOST_COMPLETIONS = 25;

/** The chat core, ready for any number of adapters. */
export function createChat(parts: ChatParts): Chat {
  const desk = deskOf(parts);
  const { memory = new MemoryInProcess(), publicUrl, onFault } = parts;
  const linked = (reply: Reply) => (publicUrl === undefined ? reply : linkToPages(reply, publicUrl));
  const conversations = new InTurn();
  return {
    async handle(request) {
      try {
        return linked(
          (await askDigests(parts.digests, request)) ??
            (await conversations.run(request.asker.conversation, () =>
              answerFrom(memory, desk, request, onFault),
            )),
        );
      } catch (fault) {
        onFault?.(fault);
        return remark('sorry', []);
      }
    },
    stories: (prefix) => storiesMatching(desk.shelf, prefix).slice(0, MOST_COMPLETIONS).map(storyRef),
    questions: (story, prefix) => questionsMatching(desk, story, prefix),
    encode: (intent) => desk.codec.encode(intent),
    decode: (packed) => desk.codec.decode(packed),
  };
}

/** The digests' reply, when the request is about them. */
async function askDigests(digests: ChatParts['digests'], request: Request): Promise<Reply | undefined> {
  const asked = digestAsked(request);
  if (!asked) return undefined;
  const reply = await replyOfDigests(digests, request, asked);
  return request.intent.kind === 'say' ? { ...reply, understood: 'command' } : reply;
}

async function replyOfDigests(
  digests: ChatParts['digests'],
  request: Request,
  asked: NonNullable<ReturnType<typeof digestAsked>>,
): Promise<Reply> {
  if (!digests) return refusal(digestWording.off, []);
  const { asker, at } = request;
  if (!request.place) return digests.handle({ asker, intent: asked.digest, at });
  const { place: find } = request;
  const place = await find(asked.where);
  if (!place) return refusal(digestWording.noPlace, []);
  return digests.handle({ asker, intent: asked.digest, place, find, at });
}

/** What is the same for every request. */
type Room = Omit<Desk, 'notes'>;

/** A memory that fails makes the bot forgetful, not dumb; but it never says to have forgotten what it has not. */
async function answerFrom(
  memory: Memory,
  room: Room,
  request: Request,
  onFault: ChatParts['onFault'],
): Promise<Reply> {
  const { asker, at } = request;
  if (asker.alone) return handle({ ...room, notes: new Notes(nothingKnown(at), true) }, request);
  const recalled = await memory.recall(asker, at).catch((fault: unknown) => {
    onFault?.(fault);
    return nothingKnown(at);
  });
  const notes = new Notes(recalled, asker.passing === true);
  const reply = handle({ ...room, notes }, request);
  if (notes.forgets) await memory.forget(asker);
  else await memory.keep(asker, notes.noted(), at).catch((fault: unknown) => onFault?.(fault));
  return reply;
}

function nothingKnown(at: number): Recalled {
  return { conversation: freshConversation(at), follows: undefined, read: new Map() };
}

function deskOf(parts: ChatParts): Room {
  const { stories: shelf, read = sharedReadings() } = parts;
  const desk: Room = {
    shelf,
    read: ({ latest }) => read(latest.article),
    codec: new ActionCodec({
      slugs: () => shelf.all().map(({ slug }) => slug),
      questions: (slug) => questionsOf(desk, slug),
    }),
  };
  return desk;
}

function questionsOf(desk: Room, slug: Slug): readonly string[] {
  const story = desk.shelf.get(slug);
  return story ? desk.read(story).suggestions(MOST_COMPLETIONS) : [];
}

/** Stories whose questions are offered when none is named: making every story of an archive ready takes too long. */
const STORIES_COMPLETED = 3;

function questionsMatching(desk: Room, slug: Slug | undefined, prefix: string): readonly string[] {
  const slugs =
    slug === undefined
      ? desk.shelf
          .all()
          .slice(0, STORIES_COMPLETED)
          .map((story) => story.slug)
      : [slug];
  const wanted = prefix.trim().toLowerCase();
  const questions = slugs.flatMap((each) => questionsOf(desk, each));
  const beginning = questions.filter((question) => question.toLowerCase().startsWith(wanted));
  const containing = questions.filter((question) => question.toLowerCase().includes(wanted));
  return [...new Set([...beginning, ...containing])].slice(0, MOST_COMPLETIONS);
}
