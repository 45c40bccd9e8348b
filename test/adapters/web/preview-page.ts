import { BRIDGE } from '../../support/stories.ts';

/** A story whose words would break out of a page and a payload. */
export const HOSTILE = BRIDGE.replace(
  'City council votes to close the old harbour bridge',
  '"</title></code></pre><script>alert(1)</script> \u202Eabc\u0085"',
).replace('a baker', '&lt;img src=x onerror=alert(3)&gt;');

/** What the page says is sent. */
export function payloads(page: Document, platform: 'discord' | 'slack'): unknown[] {
  const codes = [...page.querySelectorAll(`[aria-labelledby=${platform}-title] code`)];
  return codes.map((code) => JSON.parse(code.textContent ?? ''));
}

/** Used and allowed, of each thing counted. */
export function counts(
  page: Document,
  platform: 'discord' | 'slack',
): readonly (readonly [number, number])[] {
  return [...page.querySelectorAll(`[aria-labelledby=${platform}-title] meter`)].map((meter) => [
    Number(meter.getAttribute('value')),
    Number(meter.getAttribute('max')),
  ]);
}
