import { html } from 'hono/html';
import type { Count, MessagePreview } from '../../../src/chat/platform-preview.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { jsonText } from './json-text.ts';
import type { Markup } from './markup.ts';

/** A message exactly as it is sent, and how much of each limit it uses. */
export function renderPayload({ body, counts }: MessagePreview, title: string): Markup {
  return html`<section class="payload"><h3>${title}</h3>
<ul class="counts">${counts.map(renderCount)}</ul>
<pre tabindex="0" role="region" aria-label="${title}"><code>${jsonText(body)}</code></pre></section>
`;
}

/** From this share of a limit on, a message is near it. */
const NEAR = 0.9;

function renderCount({ name, used, limit }: Count): Markup {
  const state = used >= limit ? 'full' : used >= limit * NEAR ? 'near' : 'free';
  const mark = { full: webWording.atLimit, near: webWording.nearLimit, free: '' }[state];
  return html`<li class="${state}"><span>${name}</span> <span class="of">${webWording.ofLimit(used, limit)}${mark === '' ? '' : html` <strong>${mark}</strong>`}</span> <meter min="0" max="${limit}" value="${used}" aria-hidden="true"></meter></li>`;
}
