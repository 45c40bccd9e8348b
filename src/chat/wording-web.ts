/** The words of our own that only the web page needs; part of the catalogue in `wording.ts`. */
export const webWording = {
  skip: 'Skip to the story',
  skipToChat: 'Skip to the questions',
  navigation: 'Site',
  stories: 'Stories',
  tagline: 'Answers in the story’s own words',

  homeTitle: 'The stories',
  homeIntro: 'Pick a story to read, or ask: I’ll find the story that says.',
  newer: 'Newer stories',
  older: 'Older stories',
  empty: 'There are no stories yet.',

  inShort: 'In short',
  facts: 'The facts',
  paragraph: (number: number) => `Paragraph ${number}`,
  /** Read out on a citation. */
  citation: (paragraph: number) =>
    paragraph === 0 ? 'Show the headline in the story' : `Show paragraph ${paragraph} in the story`,
  damaged: 'The source cuts a sentence here.',
  by: (author: string) => `By ${author}`,
  original: 'Read it at the source',
  licence: (words: string) => `Licence: ${words}`,
  versions: (count: number) => (count === 1 ? 'One version' : `${count} versions`),
  version: (number: number) => `Version ${number}`,
  newest: 'the newest',
  versionsTitle: (title: string) => `Versions of “${title}”`,
  versionsIntro: 'Every version seen since the story was first read, the newest first.',
  whatChanged: 'What changed',
  allVersions: 'All versions',
  compare: 'Compare',
  compareFrom: 'From',
  compareTo: 'to',
  changesTitle: (from: number, to: number) => `From version ${from} to version ${to}`,
  sameWords: 'No word that a reader would notice is different.',
  noSuchVersions: 'These versions of the story are not kept.',
  olderVersion: (number: number, newest: number) =>
    `This is version ${number}. There is a newer one: version ${newest}.`,
  readNewest: 'Read the newest version',
  lostVersion: (number: number) =>
    `Version ${number} of this story isn’t kept any more. This is the newest, in which paragraphs may have moved.`,
  /** Under an answer that is from another version than the page shows. */
  fromNewer: (version: number, shown: number) =>
    `This is from version ${version}, the newest. The page shows version ${shown}.`,
  fromOlder: (version: number, shown: number) =>
    `This was said of version ${version}. The page shows version ${shown}.`,
  noSuchVersion: 'There is no such version of this story.',
  feed: 'Feed of changes',
  feedFirst: 'The first version seen',
  feedEntry: (title: string, number: number) => `${title} (version ${number})`,
  feedTitle: (title: string) => `Changes to “${title}”`,

  ask: 'Ask',
  askTitle: 'Ask the story',
  askAnyTitle: 'Ask the stories',
  askLabel: 'Your question',
  askHint: 'In your own words, or just a name',
  askIntro: 'Answers are sentences of the story, with the paragraph they come from.',
  suggestions: 'You could ask',
  conversation: 'Questions and answers',
  /** Before a question in the transcript, for those who hear the page. */
  you: 'You asked:',
  thinking: 'Looking it up …',
  failed: 'That didn’t reach me. Please try again.',
  forget: 'Forget what I asked',
  /** From a sentence of the story that was cited. */
  backToQuestion: 'Back to the question',
  /** Above a conversation whose beginning is gone. */
  lostTalk: 'What was said before is not kept any more.',
  lostAnswerTitle: 'Not kept any more',
  lostAnswer: 'That answer isn’t kept any more. Please ask again.',

  preview: 'Preview',
  previews: 'Previews',
  previewTitle: 'In Discord and Slack',
  previewMessages: 'Answers and briefs',
  previewDigests: 'Digests',
  previewIntro:
    'What I would say there, and exactly what the platform would be sent. No token is needed for it.',
  previewAnswer: 'See it in Discord and Slack',
  previewStory: 'Story',
  previewDepth: 'A brief',
  previewQuestion: 'Or the answer to',
  previewShow: 'Show',
  platforms: { discord: 'Discord', slack: 'Slack' },
  /** On the badge that platforms put beside a bot's name. */
  app: 'App',
  previewCaption: (platform: string) => `An approximation: ${platform} has the last word on how it looks.`,
  previewParts: (messages: number) => `It is sent as ${messages} messages, shown here as one.`,
  previewSent: (platform: string, number: number, of: number) =>
    of === 1 ? `What ${platform} is sent` : `What ${platform} is sent, message ${number} of ${of}`,
  ofLimit: (used: number, limit: number) => `${used.toLocaleString('en')} of ${limit.toLocaleString('en')}`,
  nearLimit: 'near the limit',
  atLimit: 'at the limit',
  previewDigestIntro:
    'What a digest would say now in Discord and Slack, exactly what the platform would be sent, and when the next ones would come. No token is needed for it.',
  previewTime: 'Time',
  previewDays: 'Days',
  previewDigest: 'The digest',

  notFoundTitle: 'Not found',
  notFound: 'There is nothing at this address.',
  noSuchStory: 'There is no story at this address. It may have been taken down.',
  tooLongTitle: 'Too long',
  tooLong: 'That is too long to read. Please ask in fewer words.',
  slowDownTitle: 'One thing at a time',
  slowDown: (seconds: number) =>
    `You are asking faster than I can answer. Please try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
  elsewhereTitle: 'Asked from another site',
  elsewhere: 'Questions are taken from this page only. Please ask here.',
  unreadableTitle: 'Not understood',
  unreadable: 'I couldn’t read what was sent. Please ask from this page.',
  stoppingTitle: 'Closing',
  stopping: 'I’m just being restarted. Please try again in a minute.',
  brokenTitle: 'Something went wrong',
  broken: 'Something went wrong on my side. Please try again.',
  backHome: 'Back to the stories',
} as const;
