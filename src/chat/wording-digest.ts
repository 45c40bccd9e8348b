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
  },

  late: (due: string) => `Late: this was due ${due}.`,
  changedSince: 'Since your last digest here:',
  nothingNew: (title: string) => `Nothing new in “${title}”.`,
  nothingNewInAny: (stories: number) => `Nothing new in any of the ${stories} stories.`,
  restUnchanged: (stories: number) => `Nothing new in the other ${stories} stories.`,
  further: 'Also in this digest:',
  print: (schedule: string) => `Digest ${schedule}`,
  printAll: (schedule: string) => `Digest of every story, ${schedule}`,
} as const;

function hoursWords(hours: number): string {
  if (hours === 1) return 'an hour';
  return hours < 1 ? `${Math.round(hours * 60)} minutes` : `${hours} hours`;
}
