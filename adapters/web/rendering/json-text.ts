/** What a page cannot hold, or what would change the order a reader sees the rest in. */
const UNSHOWN = /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;

/** A body as JSON to be read: it parses to the same, and every character of it can be seen. */
export function jsonText(body: object): string {
  return JSON.stringify(body, null, 2).replace(
    UNSHOWN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
