import { z } from 'zod';
import { PUBLIC_URL_RULE } from '../../src/ops/settings.ts';

/** What the operator set for the page. */
export interface WebSettings {
  /** The address it is reached under from outside, without a path: `https://news.example`. */
  readonly publicUrl?: string;
  /** How many of the operator's own proxies stand before it. */
  readonly proxies: number;
}

const optional = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const SCHEMA = z.object({
  PUBLIC_URL: optional(z.string().refine(isOrigin, PUBLIC_URL_RULE)),
  WEB_PROXIES: optional(
    z.string().regex(/^[0-9]$/, 'must be how many proxies of yours stand before the page, 0 to 9'),
  ),
});

/** Reads them from an environment. Problems name the setting and how to mend it. */
export function readWebSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: WebSettings } | { readonly problems: readonly string[] } {
  const parsed = SCHEMA.safeParse(env);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const { PUBLIC_URL, WEB_PROXIES } = parsed.data;
  const settings = { proxies: Number(WEB_PROXIES ?? 0) };
  return {
    settings: PUBLIC_URL === undefined ? settings : { ...settings, publicUrl: new URL(PUBLIC_URL).origin },
  };
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname, search, hash, username } = new URL(address);
  const isPlain = pathname === '/' && search === '' && hash === '' && username === '';
  return isPlain && (protocol === 'https:' || protocol === 'http:');
}
