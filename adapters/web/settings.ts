import { z } from 'zod';
import { publicAddress } from '../../src/ops/address-settings.ts';
import { readEach } from '../../src/ops/read-each.ts';

/** What the operator set for the page. */
export interface WebSettings {
  /** The address it is reached under from outside, without a path: `https://news.example`. */
  readonly publicUrl?: string;
  /** How many of the operator's own proxies stand before it; none when it was not said. */
  readonly proxies?: number;
}

const SCHEMA = z.object({
  PUBLIC_URL: publicAddress.optional(),
  WEB_PROXIES: z
    .string()
    .regex(/^[0-9]$/, 'must be how many proxies of yours stand before the page, 0 to 9')
    .transform(Number)
    .optional(),
});

/** Reads them from an environment. Problems name the setting and how to mend it. */
export function readWebSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: WebSettings } | { readonly problems: readonly string[] } {
  const { values, problems } = readEach(SCHEMA, env);
  if (problems.length > 0) return { problems };
  const { PUBLIC_URL: publicUrl, WEB_PROXIES: proxies } = values;
  return {
    settings: { ...(publicUrl !== undefined && { publicUrl }), ...(proxies !== undefined && { proxies }) },
  };
}
