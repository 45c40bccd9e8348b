import { digestFormWording } from './wording-digest-form.ts';

/** The words of our own that only Discord needs; part of the catalogue in `wording.ts`. */
export const discordWording = {
  tooBusy: 'Too many people are asking at once. Please ask again in a minute.',
  withheld: 'Discord doesn’t show me what you wrote. Mention me or use /ask.',
  noMoreHere: 'Discord lets me say no more at once where I am not a member. Ask me the same in our DM.',
  mayNotPost: (channel: string, missing: readonly string[]) =>
    `I can’t write in ${channel}: there I am missing the permission ${missing.map((name) => `“${name}”`).join(' and ')}. Whoever manages that channel’s permissions or this server can grant it: channel settings, Permissions, add me.`,

  /** The message command, the form it opens, and its field. */
  askAbout: 'Ask about this',
  form: { title: 'Ask the story', question: 'Your question', hint: 'In your own words, or a name' },
  /** The form a digest is subscribed to or changed with. Labels are at most 45 characters, hints 100. */
  digestForm: {
    ...digestFormWording,
    storyHint: 'Its name, or all',
    when: 'Time and days',
    whenHint: '08:00 weekdays; 8am daily; 20:30 mon,wed',
    whenInZone: 'Time, days and time zone',
    whenInZoneHint: '08:00 weekdays Kyiv; 20:30 mon,wed Europe/London',
    channel: 'Where it is sent',
    channelHint: 'A channel I can write in; leave it empty to have it in your DM',
    zoneHint: 'A city or a time zone, such as Kyiv or Europe/Kyiv',
  },
  yourDm: 'your DM',
  /** Of a digest offered in a channel. */
  inDm: (digest: string) => `${digest} (your DM)`,
  thisChannel: 'this channel',
  goneChannel: 'a channel that is gone',
  channelGone:
    'That channel is gone, or a thread that is archived. Move the digest to another with “Change”.',
  notMember:
    'I am not in this server. Whoever manages it can add me; until then I can only write to your DM.',

  /** On a digest's messages but the last, when it takes more than one. */
  part: (number: number, of: number) => `${number}/${of}`,

  /** Above an answer, where Discord does not show what was asked. */
  asked: (question: string) => `“${question}”`,

  /** What of a message is counted against Discord's limits. */
  counts: {
    text: 'Characters of text',
    components: 'Components, nested ones included',
    buttonsInRow: 'Buttons in the fullest row',
    buttonLabel: 'Characters of the longest button',
    customId: 'Characters of the longest custom id',
  },
} as const;
