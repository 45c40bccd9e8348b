import type { Depth } from '../briefing/brief.ts';
import type { View } from './action.ts';

/**
 * Every word the bot says of its own. Whatever is not here, in the command table or on a label made of a
 * story's title is a story's words.
 */
export const wording = {
  name: 'Backstory',
  cutMark: '[…]',
  /** In a citation's brackets. */
  headlineMark: 'headline',
  versionMark: (version: number) => `version ${version}`,

  unanswered: 'The story doesn’t say.',
  nearest: 'The nearest it comes:',
  cutSentence: 'This sentence is cut in the source.',
  /** A date as written, and the day it is, reckoned from the publication date. */
  dateNote: (written: string, resolved: string) => `${written}: ${resolved}`,
  invite: 'Ask me something about the story.',
  elsewhere: (title: string) => `Ask “${title}”`,

  /** Labels of buttons. */
  more: 'More',
  unhelpful: 'Not helpful',
  askStory: (words: string) => `Ask the story: ${words}`,
  views: {
    people: 'Who’s who',
    quotes: 'Quotes',
    numbers: 'Numbers',
    places: 'Places',
    organisations: 'Organisations',
    timeline: 'Timeline',
    sources: 'Sources',
    changes: 'What’s new',
  } satisfies Record<View, string>,
  /** What a view says when there is nothing in it. */
  empty: {
    people: 'The story names nobody.',
    quotes: 'The story quotes nobody.',
    numbers: 'The story gives no numbers.',
    places: 'The story names no places.',
    organisations: 'The story names no organisations.',
    timeline: 'The story gives no dates.',
    sources: 'The story’s source is not recorded.',
    changes: 'Nothing new: this is the only version of the story I have.',
  } satisfies Record<View, string>,
  depths: {
    line: 'In one sentence',
    short: 'In short',
    full: 'The key points',
  } satisfies Record<Depth, string>,
  /** A publisher's correction, told with every brief. */
  correction: (words: string) => `Correction: ${words}`,
  noSummary: 'The story has no sentence whole enough to sum it up.',

  fields: {
    source: 'Source',
    author: 'Author',
    published: 'Published',
    address: 'Address',
    licence: 'Licence',
    correction: 'Correction',
  },
  unattributed: 'No speaker given',

  stories: 'Stories',
  storiesHint: 'Pick one, or just ask: I’ll find the story.',
  furtherStories: (count: number) => `And ${count} more: ask about one, or name it.`,
  noStories: 'There are no stories yet.',
  /** Beside the story the conversation is on. */
  current: '← this one',
  whichStory: 'Which story do you mean?',
  unknownStory: (name: string) => `I don’t know a story called “${name}”.`,
  mayChoose: 'Choose one:',
  goneStory: 'That story isn’t here any more.',
  unknownCommand: (name: string) => `There is no command /${name}.`,
  /** Under a refusal: what to do instead. */
  tryHelp: 'Help lists what I can do.',
  following: (title: string) => `Now on: ${title}`,

  hello: 'Hello. Ask me about the news story I have: I answer in its own words.',
  helloStory: (title: string) => `Hello. Ask me about “${title}”, or say “brief me”.`,
  helloMany: (count: number) =>
    `Hello. Ask me about any of the ${count} stories I have: I answer in their own words.`,
  help: 'Ask about the story in your own words, or type a name or a keyword. Answers are the story’s own words; [¶5] is the paragraph they come from.',
  helpCommands: 'Commands',
  thanks: 'You’re welcome.',
  bye: 'Bye. Come back any time.',
  praise: 'Thank you. The words are the reporters’.',
  blame: 'Sorry about that. Other words may help: a name, a place or a number from the story.',
  aboutBot:
    'I’m Backstory, a bot. What I tell you about a story is copied from it, word for word; I add nothing of my own.',
  maker: 'I’m Backstory, a program. The stories belong to their publishers: Sources says whose this one is.',
  wellbeing: 'All well, thank you. What would you like to know?',
  acknowledge: 'Anything else you’d like to know?',
  present: 'I’m here.',
  noted: 'Noted, thank you.',
  forgotten: 'Done: I’ve forgotten what you asked me.',
  /** Where digests are sent. */
  forgottenAll:
    'Done: I’ve forgotten what you asked me, here and elsewhere, and the digests that went to you alone.',
  stale: 'That button is out of date. Ask me in words, or start again with a brief.',
  slowDown: (seconds: number) => `One thing at a time, please: you can ask again in ${seconds} s.`,
  sorry: 'Something went wrong on my side. Please try again.',
  terminal: {
    prompt: '> ',
    start: 'Ask anything, or pick a number. /help for commands, /quit to leave.',
    page: (address: string) => `The page is at ${address}`,
    leaving: 'Bye.',
    tooLong: 'That line is too long to read.',
  },

  /** What is different between two versions of a story. */
  changed: {
    since: (after: number, before: number, day: string) =>
      `Version ${after}, beside version ${before} of ${day}:`,
    /** Under `since`. */
    readThat: (before: number, day: string) => `You last read version ${before} on ${day}.`,
    /** In a brief; "What's new" is offered under it. */
    readOther: (after: number, before: number, day: string) =>
      `This is version ${after}; on ${day} you read version ${before}.`,
    nothing: (after: number, before: number) =>
      `Version ${after} says the same as version ${before}, word for word.`,
    headlineBefore: 'Headline before',
    headlineNow: 'Headline now',
    numbers: 'Numbers that moved',
    altered: 'Reworded',
    before: 'Before',
    now: 'Now',
    added: 'New',
    removed: 'No longer there',
  },
} as const;
