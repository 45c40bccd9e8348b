import { isStopWord } from '../language/stop-words.ts';
import type { Slug } from '../story/article.ts';
import type { Action } from './action.ts';
import { ask } from './ask.ts';
import { commandIntent } from './command-intent.ts';
import { readCommandLine } from './command-line.ts';
import { type Desk, storyCalled } from './desk.ts';
import { moreReply } from './more-reply.ts';
import type { Reply } from './reply.ts';
import type { Intent, Request } from './request.ts';
import { type Recognised, recogniseSmallTalk } from './small-talk.ts';
import type { Social } from './small-talk-meanings.ts';
import { hello, remark } from './social-reply.ts';
import { usageIn } from './story-words.ts';
import { suggestions } from './suggestions.ts';
import { label, refusal, settledStory } from './which-story.ts';
import { wording } from './wording.ts';

/** Handles what free text turns out to mean; what names no story is about the one the text was said about. */
export type HandleIntent = (intent: Intent) => Reply;

/**
 * Understands free text: a typed command, small talk, or a question. A phrase that the story uses as a name
 * is a question; of one that it merely contains, the question is offered.
 */
export function say(
  desk: Desk,
  request: Request,
  said: string,
  named: string | undefined,
  handle: HandleIntent,
): Reply {
  const line = said.trim();
  const command = readCommandLine(line, request.asker.platform);
  if (command && 'unknown' in command)
    return {
      ...refusal(wording.unknownCommand(command.unknown), [], wording.tryHelp),
      understood: 'command',
    };
  if (command) {
    const reply =
      command.id === 'quit' ? remark('bye', []) : handle(commandIntent(command.id, command.values));
    // Of a command that asks a question, the kind of question.
    return { understood: 'command', ...reply };
  }
  if (line === '') return { ...remark('invite', starters(desk)), understood: 'nothing' };
  const recognised = recogniseSmallTalk(line);
  const story = (named === undefined ? undefined : storyCalled(desk.shelf, named)) ?? settledStory(desk);
  const usage = recognised && story ? usageIn(story.latest.article, recognised.phrase) : 'none';
  if (!recognised || usage === 'name') return ask(desk, request, line, named);
  const { meaning } = recognised;
  const understood = meaning.kind === 'social' ? meaning.about : meaning.kind;
  const reply: Reply = { ...smallTalk(desk, recognised, handle), understood };
  const mayBeMeant = story !== undefined && usage === 'words' && isKeyword(recognised);
  return mayBeMeant
    ? { ...reply, actions: [keyword(story.slug, recognised.phrase), ...reply.actions] }
    : reply;
}

/** A view, a brief or help is asked for with words that a story may well be about: "sources", "numbers". */
function isKeyword({ meaning, phrase }: Recognised): boolean {
  const askable = meaning.kind === 'view' || meaning.kind === 'brief' || meaning.kind === 'help';
  return askable && !phrase.split(' ').every(isStopWord);
}

function keyword(story: Slug, phrase: string): Action {
  return { label: label(wording.askStory(phrase)), intent: { kind: 'ask', story, question: phrase } };
}

/** Suggested questions to start with, when it is plain which story they would be about. */
export function starters(desk: Desk): readonly Action[] {
  const story = settledStory(desk);
  return story ? suggestions(desk, story) : [];
}

function smallTalk(desk: Desk, { meaning }: Recognised, handle: HandleIntent): Reply {
  switch (meaning.kind) {
    case 'social':
      return social(desk, meaning.about);
    case 'greet':
      return hello(settledStory(desk), desk.shelf.all().length, starters(desk));
    case 'more':
      return moreReply(desk) ?? handle({ kind: 'brief', depth: 'full' });
    default:
      return handle(meaning);
  }
}

const OFFERS_QUESTIONS: ReadonlySet<Social> = new Set([
  'wellbeing',
  'acknowledge',
  'present',
  'blame',
  'aboutBot',
]);

function social(desk: Desk, about: Social): Reply {
  const { turns, last } = desk.notes.conversation;
  const blamed = about === 'blame' && last === 'answer' ? turns.at(-1) : undefined;
  if (blamed) desk.notes.blame(blamed.story, blamed.answer.type);
  return remark(about, OFFERS_QUESTIONS.has(about) ? starters(desk) : []);
}
