import { digestWording } from '../../chat/wording-digest.ts';
import type { Read } from './read.ts';

const NAMED: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 0 };

const CLOCK = /^(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?\s*(?:(a|p)\.?\s?m\.?)?$/u;

/** Reads a time of day: "8:00", "08.30", "8am", "20h30", "0800", "8 o’clock", "noon". */
export function readTime(given: string): Read<{ readonly minute: number }> {
  const typed = given.trim();
  const words = typed
    .toLowerCase()
    .replace(/^at\s+/u, '')
    .replace(/\s*(?:o['’]?clock|hrs?|uhr|h)$/u, '')
    .trim();
  const named = NAMED[words];
  if (Object.hasOwn(NAMED, words) && named !== undefined) return { minute: named * 60 };
  const [, hourText, minuteText, half] = CLOCK.exec(words.replace(/^(\d{2})(\d{2})$/u, '$1:$2')) ?? [];
  if (hourText === undefined) return { problem: digestWording.notTime(typed) };
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const isHour = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  if (!isHour || minute > 59) return { problem: digestWording.notTime(typed) };
  if (half === undefined) return { minute: hour * 60 + minute };
  return { minute: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute };
}
