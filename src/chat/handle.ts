import type { Depth } from '../briefing/brief.ts';
import type { Story } from '../story/story.ts';
import type { ActionIntent, View } from './action.ts';
import { ask, askStory } from './ask.ts';
import { briefReply, summaryBlocks } from './brief-reply.ts';
import { text } from './citing.ts';
import type { Desk } from './desk.ts';
import { greetingReply } from './greeting-reply.ts';
import type { Reply } from './reply.ts';
import type { Intent, Request } from './request.ts';
import { say, starters } from './say.ts';
import { helpReply, remark } from './social-reply.ts';
import { storyListReply } from './story-list-reply.ts';
import { storyRef } from './story-ref.ts';
import { suggestions } from './suggestions.ts';
import { viewReply } from './view-reply.ts';
import type { Past } from './whats-new.ts';
import { refusal, settledStory, whichStory } from './which-story.ts';
import { wording } from './wording.ts';
import { digestWording } from './wording-digest.ts';

/** The reply to any request; each intent has its own small handler. */
export function handle(desk: Desk, request: Request): Reply {
  const { intent } = request;
  switch (intent.kind) {
    case 'say':
      return say(desk, request, intent.text, intent.story, (meant) =>
        handle(desk, { ...request, intent: about(meant, intent.story) }),
      );
    case 'ask':
      return askPlainly(desk, request, intent.question.trim(), intent.story);
    case 'brief':
      return brief(desk, request, intent.depth ?? 'short', intent.story);
    case 'view':
      return view(desk, request, intent.view, intent.story);
    case 'stories':
      return storyListReply(desk, settledStory(desk));
    case 'follow':
      return follow(desk, request, intent.story);
    case 'help':
      return helpReply(request.asker.platform, starters(desk));
    case 'greet':
      return greetingReply(desk);
    case 'forget':
      return forget(desk, request);
    case 'action':
      return act(desk, request, intent.action);
    case 'digest':
      // Where there are digests, `createChat` has asked them.
      return refusal(digestWording.off, []);
    case 'stale':
      return refusal(wording.stale, starters(desk));
    default:
      return intent satisfies never;
  }
}

/** What was meant by words said about a story is about that story, unless the words name another. */
function about(meant: Intent, story: string | undefined): Intent {
  switch (meant.kind) {
    case 'ask':
    case 'brief':
    case 'view':
      return story === undefined || meant.story?.trim() ? meant : { ...meant, story };
    default:
      return meant;
  }
}

function askPlainly(desk: Desk, request: Request, question: string, named?: string): Reply {
  return question === '' ? remark('invite', starters(desk)) : ask(desk, request, question, named);
}

function brief(desk: Desk, request: Request, depth: Depth, named?: string): Reply {
  const which = whichStory(desk, named, ({ slug }) => ({ kind: 'brief', story: slug, depth }));
  return 'reply' in which ? which.reply : briefOf(desk, request, which.story, depth);
}

function briefOf(desk: Desk, { at }: Request, story: Story, depth: Depth): Reply {
  desk.notes.settle(story.slug, 'brief', at);
  desk.notes.tell(story.slug, story.latest.number, at);
  const reading = desk.read(story);
  return briefReply(story, reading, depth, {
    questions: suggestions(desk, story),
    past: pastOf(desk, story),
  });
}

function view(desk: Desk, request: Request, wanted: View, named?: string): Reply {
  const which = whichStory(desk, named, ({ slug }) => ({ kind: 'view', story: slug, view: wanted }));
  return 'reply' in which ? which.reply : viewOf(desk, request, which.story, wanted);
}

function viewOf(desk: Desk, { at }: Request, story: Story, wanted: View): Reply {
  desk.notes.settle(story.slug, undefined, at);
  desk.notes.tell(story.slug, story.latest.number, at);
  return viewReply(story, desk.read(story), wanted, pastOf(desk, story));
}

function pastOf(desk: Desk, { slug }: Story): Past {
  return { versions: desk.shelf.versions(slug), read: desk.notes.read(slug) };
}

/** A manager's choice is the channel's too; anybody's is their conversation's. */
function follow(desk: Desk, request: Request, named: string): Reply {
  const which = whichStory(desk, named, ({ slug }) => ({ kind: 'follow', story: slug }));
  return 'reply' in which ? which.reply : followStory(desk, request, which.story);
}

function followStory(desk: Desk, request: Request, story: Story): Reply {
  const { asker, at } = request;
  if (asker.manager) desk.notes.follow(story.slug);
  desk.notes.settle(story.slug, undefined, at);
  const reading = desk.read(story);
  return {
    tone: 'chat',
    story: storyRef(story),
    blocks: [
      { kind: 'prose', content: [text(wording.following(story.title))] },
      ...summaryBlocks(reading, 'line'),
    ],
    actions: suggestions(desk, story),
  };
}

function forget(desk: Desk, { asker: { platform } }: Request): Reply {
  desk.notes.forgets = true;
  desk.codec.forget();
  return remark(platform === 'discord' || platform === 'slack' ? 'forgottenAll' : 'forgotten', []);
}

/** A pressed button. Its story may be gone since the button was made. */
function act(desk: Desk, request: Request, action: ActionIntent): Reply {
  if (action.kind === 'digest') return refusal(digestWording.off, []);
  const story = desk.shelf.get(action.story);
  if (!story) return refusal(wording.goneStory, [], wording.tryHelp);
  switch (action.kind) {
    case 'ask':
      return askStory(desk, request, story, action.question);
    case 'brief':
      return briefOf(desk, request, story, action.depth);
    case 'view':
      return viewOf(desk, request, story, action.view);
    case 'follow':
      return followStory(desk, request, story);
    case 'unhelpful':
      desk.notes.blame(story.slug, action.questionType);
      return remark('noted', []);
    default:
      return action satisfies never;
  }
}
