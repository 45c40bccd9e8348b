/**
 * Escapes text for mrkdwn: nothing in it can ping, link or open a control sequence any more. Its formatting
 * characters stay what they are; where they could format, text goes into rich_text or plain_text instead.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Text as a client can show it: without control characters and halves of characters, which break a payload. */
export function showable(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(CONTROLS, '');
}

/** The address for a link, or undefined when it is none that a reader should follow or Slack would take. */
export function linkAddress(href: string, maximum: number): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  // A bar ends the address in `<address|label>`; URL leaves it as it is.
  const address = url.href.replaceAll('|', '%7C');
  return address.length <= maximum ? address : undefined;
}

/** `<!date^…>`: an instant in the reader's zone, with the words, free of bars, to show where that fails. */
export function mrkdwnDate(instant: number, fallback: string): string {
  return `<!date^${Math.floor(instant / 1000)}^${DATE_FORMAT}|${escapeMrkdwn(fallback)}>`;
}

/** How instants look in rich text and in mrkdwn alike: "today at 9:05 AM", "Nov 3rd at 9:05 AM". */
export const DATE_FORMAT = '{date_short_pretty} at {time}';
