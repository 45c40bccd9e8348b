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
