import { digestFormWording } from './wording-digest-form.ts';

/** The words of our own that only Slack needs; part of the catalogue in `wording.ts`. */
export const slackWording = {
  /** What the app says of itself where it is installed. */
  appDescription: 'Briefs you on a news story and answers questions about it, in the story’s own words',
  backstoryCommand: 'Stories, help and settings',
  digestCommand: 'The story’s news at your hour',
  digestHint:
    'subscribe 8:00 weekdays Kyiv [#channel|me] | list | change 9:00 [#channel|me] | pause | resume | now | preview | why | remove',
  repliesHint: 'replies thread|channel',
  repliesHelp: 'Where answers to mentions go in this channel',

  /** On the button beside a suggested question. */
  ask: 'Ask',
  share: 'Share to channel',
  showRest: 'Show the rest',
  showAgain: 'Show the answer',
  /** Only the asker sees it: Slack did not say whether the answer arrived. */
  uncertain: 'Slack did not confirm that my answer arrived. If you can’t see it:',
  expired: 'That answer is too old to show again. Please ask once more.',

  shortcut: 'Ask about this',
  shortcutHint: 'Ask the story a question about a message',
  askTitle: 'Ask the story',
  askLabel: 'Your question',
  submit: 'Ask',
  cancel: 'Cancel',
  storyLabel: 'Story',
  pickStory: 'Pick a story',

  /** The form a digest is subscribed to or changed with. */
  digestForm: {
    ...digestFormWording,
    submit: 'Subscribe',
    save: 'Save',
    channel: 'Where',
    channelHint: 'A channel I am in; leave it empty to get it in a message from me, to you alone',
    time: 'Time',
    days: 'Days',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    zoneHint: 'Type a city, such as Kyiv',
  },
  yourDm: 'your direct messages',
  thisChannel: 'this channel',
  homeNoDigests: 'None yet. I can send you what is new every morning.',
  homeMoreDigests: (count: number) => `And ${count} more: /digest list me`,
  digestButtons: { subscribe: 'Subscribe', change: 'Change', why: 'Why?', remove: 'Remove' },

  homeBrief: 'The newest story',
  homeStories: 'Stories',
  homeDigests: 'Your digests',
  homeSettings: 'Settings',
  homeIntro: 'Message me here, mention me in a channel, or type /ask.',
  forget: 'Forget what I asked',

  repliesThread: 'Answers to mentions here go into a thread.',
  repliesChannel: 'Answers to mentions here go into the channel.',
  repliesUsage:
    'Say where answers to mentions go here: /backstory replies thread, or /backstory replies channel.',
  onlyManagers: 'Only a workspace owner or admin, or whoever set this first, can change it.',

  busy: 'I have too many questions waiting just now. Please try again in a minute.',
  notInChannel: 'I can’t post in that channel. Invite me there: /invite @Backstory',
  archived: 'That channel is archived, so I can’t answer there.',
  restricted: 'Posting in that channel is restricted. An admin of the workspace can let me in.',
  missingScope: 'I lack a permission for that. Whoever runs me can add it.',

  /** What of a message is counted against Slack's limits. */
  counts: {
    blocks: 'Blocks',
    text: 'Characters of all blocks',
    blockText: 'Characters of the longest block',
    topLevelText: 'Characters of the text for notifications',
    actionElements: 'Buttons in the fullest row',
    buttonText: 'Characters of the longest button',
    buttonValue: 'Characters of the longest button’s value',
  },
} as const;
