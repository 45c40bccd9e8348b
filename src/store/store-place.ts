/** Where the data is. */
export type StorePlace =
  /** A folder of ours, made when it is not there. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** A PostgreSQL server: `postgres://user:password@host:port/database`. */
  | { readonly kind: 'server'; readonly url: string }
  /** Nowhere: for as long as the store is open. */
  | { readonly kind: 'memory' };

/** The place as sentences name it: never with a password. */
export function shownPlace(place: StorePlace): string {
  switch (place.kind) {
    case 'folder':
      return place.folder;
    case 'server':
      return shownUrl(place.url);
    case 'memory':
      return 'memory';
    default:
      return place satisfies never;
  }
}

function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'the database server of DATABASE_URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
