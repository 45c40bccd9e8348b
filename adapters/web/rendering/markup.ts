import { html } from 'hono/html';

/** HTML in which everything of a story or a person is escaped: what `html` makes. */
export type Markup = ReturnType<typeof html>;

/** Pieces next to each other. */
export function joined(pieces: readonly Markup[]): Markup {
  return html`${pieces}`;
}

/** Nothing at all. */
export const NOTHING: Markup = html``;
