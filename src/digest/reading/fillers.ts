/** Words around the parts of a schedule that mean nothing by themselves. */
const BEFORE = new Set(
  'at on in every each the of about for from and a an please send digest brief briefing story with to time zone'.split(
    ' ',
  ),
);
const AFTER = new Set('at on in every each the of about for and with to time'.split(' '));
const PAUSE = /^[,;.]+$/u;

/** What is left of a text without pauses, and without words at its ends that mean nothing there. */
export function withoutFillers(text: string): string {
  const words = text.split(/\s+/u).filter((word) => word !== '' && !PAUSE.test(word));
  let [from, to] = [0, words.length];
  while (from < to && BEFORE.has(bare(words[from]))) from++;
  while (from < to && AFTER.has(bare(words[to - 1]))) to--;
  return words
    .slice(from, to)
    .join(' ')
    .replace(/[,;]$/u, '')
    .replace(/^["“](.*)["”]$/u, '$1');
}

function bare(word = ''): string {
  return word.replace(/[,;.]$/u, '').toLowerCase();
}
