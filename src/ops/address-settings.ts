import { z } from 'zod';

/** The address of a server, as settings name it. */
export const serverAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with https:// or http://',
});

/** `PUBLIC_URL`: the address the service is reached under from outside, read to one without a slash at its end. */
export const publicAddress = z
  .string()
  .refine(
    isOrigin,
    'must be an address that begins with https:// or http:// and has no path, such as https://bot.example.org',
  )
  .transform((address) => new URL(address).origin);

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash, username } = new URL(address);
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
  return isPlain && (protocol === 'https:' || protocol === 'http:');
}
