/** The words of our own that only Discord needs; part of the catalogue in `wording.ts`. */
export const discordWording = {
  tooBusy: 'Too many people are asking at once. Please ask again in a minute.',
  withheld: 'Discord doesn’t show me what you wrote. Mention me or use /ask.',
  mayNotPost: (channel: string, missing: readonly string[]) =>
    `I can’t answer in ${channel}: there I am missing the permission ${missing.map((name) => `“${name}”`).join(' and ')}. Whoever manages that channel’s permissions or this server can grant it: channel settings, Permissions, add me.`,

  /** The message command, the form it opens, and its field. */
  askAbout: 'Ask about this',
  form: { title: 'Ask the story', question: 'Your question', hint: 'In your own words, or a name' },
  /** On a digest's messages but the last, when it takes more than one. */
  part: (number: number, of: number) => `${number}/${of}`,

  /** Above an answer, where Discord does not show what was asked. */
  asked: (question: string) => `“${question}”`,
} as const;
