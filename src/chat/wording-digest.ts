import type { PostTrouble } from './courier.ts';
import type { DigestVerb, WhenUnchanged } from './digest-intent.ts';

/** The words of our own about digests; part of the catalogue in `wording.ts`. */
export const digestWording = {
  off: 'I send no digests here.',
  noPlace:
    'I can’t find that channel, or you can’t see it. Name one you are in, or leave it out for this one.',

  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  everyDay: 'every day',
  everyWeekday: 'every weekday',
  everyWeekend: 'every Saturday and Sunday',
  every: (days: string) => `every ${days}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  schedule: (days: string, time: string, zone: string) => `${days} at ${time}, ${zone}`,
  exceptOn: (schedule: string, dates: string) => `${schedule}, but not on ${dates}`,
  cityTime: (city: string) => `${city} time`,
  dayAt: (day: string, time: string) => `${day} at ${time}`,
  /** The clocks skip the chosen time on that day. */
  movedByClock: (when: string, time: string) => `${when} (the clocks skip ${time} that day)`,
  afterClockChange: (when: string, hours: number, day: string) =>
    `${when} (the clocks go ${hours > 0 ? 'forward' : 'back'} ${hoursWords(Math.abs(hours))} on ${day})`,

  tooLong: (most: number) => `That is too long: say it in ${most} characters at most, quiet dates apart.`,
  notUnderstood: (typed: string) => `I don’t understand “${typed}”.`,
  notTime: (typed: string) => `“${typed}” is not a time of day: write it like 08:00, 8am or 20:30.`,
  notDays: (typed: string, meant: string | undefined) =>
    meant === undefined
      ? `I can’t read “${typed}” as days: write them like weekdays, daily, mon,wed or Monday to Thursday.`
      : `I know no day “${typed}”: did you mean ${meant}?`,
  notZone: (typed: string, meant: readonly string[]) =>
    meant.length === 0
      ? `I know no time zone “${typed}”: name a large city near you, or an IANA zone such as Europe/Kyiv.`
      : `I know no time zone “${typed}”: did you mean ${meant.join(', or ')}?`,
  zoneMissing: 'Which clock? Name a city or a time zone, such as Kyiv or Europe/Kyiv.',
  zoneAbbreviation: (typed: string, city: string) =>
    `“${typed}” is an abbreviation, and does not say when the clocks change: name a city, such as ${city}, or UTC.`,
  /** A country whose clocks differ. */
  zoneOfMany: (country: string, cities: readonly string[]) =>
    `${country} has several times: name a city, such as ${listed(cities)}.`,
  /** "Eastern time". */
  zoneFamily: (typed: string, city: string) =>
    `“${typed}” is the time of many places, and their clocks may change on different days: name a city, such as ${city}, or UTC.`,
  zoneOffset: (typed: string) =>
    `“${typed}” does not say when the clocks change: name a city, such as Kyiv, or UTC.`,
  /** In an autocompletion: a zone and what time it is there. */
  zoneLabel: (zone: string, time: string) => `${zone.replaceAll('_', ' ')} · now ${time}`,
  notDate: (typed: string) =>
    `“${typed}” is not a date: write it like 2026-12-24, or 2026-12-31..2027-01-02 for several days.`,
  datesReversed: (from: string, to: string) => `${to} is before ${from}: put the earlier date first.`,
  tooManyDates: (most: number) =>
    `That is more than ${most} quiet dates: pause the digest instead, and resume it later.`,

  buttons: {
    change: 'Change',
    stop: 'Stop',
    resume: 'Resume',
    remove: 'Remove',
    now: 'Send now',
    preview: 'Preview',
    why: 'Why?',
    subscribe: 'Subscribe',
    /** One of several in a list, by its number there. */
    numbered: (button: string, number: number) => `${button} ${number}`,
  },

  late: (due: string) => `Late: this was due ${due}.`,
  changedSince: 'Since your last digest here:',
  nothingNew: (title: string) => `Nothing new in “${title}”.`,
  nothingNewInAny: (stories: number) => `Nothing new in any of the ${stories} stories.`,
  restUnchanged: (stories: number) => `Nothing new in the other ${stories} stories.`,
  nextTime: 'These are new or changed too, and come in the next digest:',
  further: 'Also in this digest:',
  print: (schedule: string) => `Digest ${schedule}`,
  printAll: (schedule: string) => `Digest of every story, ${schedule}`,

  everyStory: 'every story',
  ofStory: (title: string) => `“${title}”`,
  /** A story that was taken away since: by its slug. */
  goneStory: (slug: string) => `“${slug}” (not here any more)`,
  summary: (story: string, schedule: string) => `${story}, ${schedule}`,
  nextIs: (summary: string, next: string) => `${summary}; next: ${next}.`,
  noNext: (summary: string) => `${summary}; no date is left for the next one.`,
  whenUnchanged: {
    send: 'When nothing changed, the brief is sent again.',
    line: 'When nothing changed, one line says so.',
    silent: 'When nothing changed, nothing is sent.',
  } satisfies Record<WhenUnchanged, string>,

  subscribed: (place: string) => `Subscribed: it goes to ${place}.`,
  changed: 'Changed.',
  moved: (place: string) => `Moved: it goes to ${place} from now on.`,
  movingWhileSent: 'Today’s digest is on its way just now, so it can’t be moved. Try again in a few minutes.',
  paused: 'Stopped: nothing more is sent until you resume it.',
  resumed: 'Resumed.',
  removed: 'Removed for good.',
  again: (command: string) => `To have it again: ${command}`,
  sending: (place: string) => `On its way to ${place}.`,
  underway: 'It is on its way already.',
  alreadySent:
    'Today’s digest was sent already, and there is one a day at most. Preview shows what one would say now.',
  isPaused: 'It is stopped already.',
  isActive: 'It is running already.',

  titles: { list: 'Digests', next: 'The next ones', why: 'What became of the last ones' },
  none: (place: string) => `No digest is sent to ${place} yet.`,
  howToSubscribe: {
    discord: 'Subscribe with: /digest subscribe time:08:00 days:weekdays zone:Kyiv',
    slack: 'Subscribe with: /digest subscribe 08:00 weekdays Kyiv',
  },
  howToChange: {
    discord:
      'Say what is to be different: /digest change time:08:30 days:daily zone:London; “channel” and “me” move it.',
    slack:
      'Say what is to be different: /digest change 08:30 daily London; and where it is to go: #news, or me for your DM.',
  },
  whichDigest: 'Which digest do you mean?',
  /** Where more than the first few might be meant. */
  moreDigests: {
    discord: (offered: number, all: number) =>
      `These are the first ${offered} of ${all}: pick another with the option “digest”.`,
    slack: (offered: number, all: number) =>
      `These are the first ${offered} of ${all}: name another by its number in /digest list.`,
  },
  unknownDigest: (typed: string) => `There is no digest “${typed}” here.`,
  goneDigest: 'That digest isn’t here any more.',
  /** A button of a digest that is sent somewhere else by now. */
  goesToSomebody: 'That digest goes to somebody’s DM now: only they can see and change it.',
  goesElsewhere:
    'That digest goes to another channel, which I can’t find or you can’t see. Whoever is there finds it with /digest list.',
  itsChannel: 'its channel',
  unseenChannel:
    'I can’t see the channel it goes to: let me in there again, or move it to another with “Change”.',
  exists: (place: string | undefined) =>
    `There is such a digest ${place === undefined ? 'here' : `in ${place}`} already:`,
  full: (most: number) => `There are ${most} digests here, and no more fit. Change or remove one.`,
  unknownStory: (name: string) => `I don’t know a story called “${name}”.`,
  storiesNear: (titles: readonly string[]) => `There is ${titles.map((title) => `“${title}”`).join(', ')}.`,
  orZone: (zones: readonly string[]) => `If it is a time zone, did you mean ${listed(zones)}?`,
  allStories: 'Say “all” for every story.',
  notHere: 'Digests are sent in Discord and Slack. Here is what one would say.',
  onlyPreviewed: 'Digests are sent in Discord and Slack; here they can only be previewed: /digest preview',
  mayNot: {
    discord:
      'Only somebody who may manage this channel or the server can do that. Anybody can have one in their DM: /digest subscribe me:True',
    slack:
      'Only a workspace owner or admin, or whoever made that digest, can do that. Anybody can have one in a direct message: /digest subscribe me',
  },

  /** To start one in a channel of Slack: where only admins may, and where there is one already. */
  mayNotStart: {
    any: 'Only a workspace owner or admin can add a digest here. Anybody can have one in a direct message: /digest subscribe me',
    more: 'Any member may make a channel’s first digest; further ones are for a workspace owner or admin. Anybody can have one in a direct message: /digest subscribe me',
  },

  previewOf: 'This is what would be sent now:',
  wouldSkip: {
    unchanged: 'Nothing would be sent now: nothing changed since the last one.',
    'no-story': 'Nothing would be sent now: there is no story.',
  },

  status: {
    paused: 'Stopped; resume it to go on.',
    broken: (why: string) => `Stopped by a failure. ${why} Then resume it.`,
  },
  /** To whoever made it. */
  stopped: (summary: string) => `I could not send a digest you asked for: ${summary}.`,
  /** Beside a subscription in a list. */
  marks: { paused: '(stopped)', broken: '(stopped by a failure)' },

  noneYet: 'None was due yet.',
  cameOnTime: (when: string) => `${when}: it came on time.`,
  cameLate: (when: string, sent: string, why: string) => `${when}: it came late, ${sent}. ${why}`,
  byHand: (when: string) => `${when}: somebody sent it by hand.`,
  skipped: (when: string, why: string) => `${when}: none was sent. ${why}`,
  missed: (when: string, why: string) => `${when}: it was missed. ${why}`,
  failed: (when: string, why: string) => `${when}: it could not be sent. ${why}`,
  uncertain: (when: string) =>
    `${when}: nobody knows whether it came. The platform did not answer, and sending it again might have doubled it.`,
  sendingNow: (when: string) => `${when}: it is being sent.`,
  retrying: (when: string, why: string) => `${when}: I am trying again. ${why}`,
  /** @param why the last trouble */
  gaveUpAfter: (why: string) => `I tried again and again, in vain. ${why}`,
  reasons: {
    unchanged: 'Nothing in the story changed, and you asked for silence then.',
    'no-story': 'There was no story to tell of.',
    'caught-up': 'I was not running at the time, and sent it when I was back.',
    downtime: 'I was not running, and came back too late for it.',
    'gave-up': 'I tried again and again, in vain.',
    withdrawn: 'It was stopped, changed or removed before it was sent.',
    'sent-by-hand': 'Somebody sent it by hand.',
  },
  troubles: {
    'no-permission': 'I may not write there: let me see the channel and send messages in it.',
    'not-in-channel': 'I am not in the channel: invite me there.',
    'channel-gone': 'The channel is gone: subscribe in another.',
    'channel-archived': 'The channel is archived: bring it back, or subscribe in another.',
    'no-direct-messages': 'I can’t write to you: allow direct messages from members of a server we share.',
    removed: 'I was taken out of the workspace or server: add me again.',
    'missing-scope': 'I lack a permission for that: whoever runs me can add it.',
    'message-refused': 'The platform refused the message: whoever runs me finds why in the log.',
    'rate-limited': 'The platform asked me to slow down.',
    'platform-down': 'The platform did not answer.',
    'adapter-off': 'I was not connected to the platform.',
  } satisfies Record<PostTrouble, string>,
} as const;

/** A digest command as somebody would type it. */
export function typedCommand(verb: DigestVerb, words: string): string {
  return `/digest ${verb}${words === '' ? '' : ` ${words}`}`;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
}

function hoursWords(hours: number): string {
  if (hours === 1) return 'an hour';
  return hours < 1 ? `${Math.round(hours * 60)} minutes` : `${hours} hours`;
}
