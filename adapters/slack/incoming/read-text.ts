/** Slack takes 40,000 characters of a message; a question needs no more than this. */
const LONGEST = 8000;

/**
 * What somebody meant by a message: Slack's control sequences as the words a reader saw, entities as
 * characters, the bot's own mention left out.
 * @see https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function readText(text: string, botUser: string): string {
  const readable = text
    .slice(0, LONGEST)
    .replace(/<([^<>]*)>/g, (_, sequence: string) => readSequence(sequence, botUser));
  return decodeEntities(readable).trim();
}

function readSequence(sequence: string, botUser: string): string {
  const bar = sequence.indexOf('|');
  const [target, label] = bar < 0 ? [sequence, ''] : [sequence.slice(0, bar), sequence.slice(bar + 1)];
  switch (target[0]) {
    case '@':
      return target === `@${botUser}` || label === '' ? '' : `@${label}`;
    case '#':
      // Slack names some channels by their id alone.
      return `#${label || target.slice(1)}`;
    case '!':
      return label;
    default:
      return label || target;
  }
}

/** `&amp;` last, so that `&amp;lt;` stays the `&lt;` that was written. */
function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
