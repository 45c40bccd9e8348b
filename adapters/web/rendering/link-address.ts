/** The address for a link to another site, or `undefined` when it is none that a reader should follow. */
export function linkAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { protocol } = new URL(href);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
