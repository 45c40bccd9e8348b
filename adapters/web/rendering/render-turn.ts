import { html } from 'hono/html';
import type { Action, ActionIntent } from '../../../src/chat/action.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Turn } from '../talks.ts';
import type { Markup } from './markup.ts';
import { NOTHING } from './markup.ts';
import { renderBlocks } from './render-block.ts';
import type { Setting } from './render-inline.ts';
import { visible } from './visible.ts';

/**
 * The form that every button under an answer belongs to. It is not the question's: there, Enter would press the
 * first of them.
 */
export const PRESS_FORM = 'press-form';

/** Packs what a button asks for; a chat does. */
export interface Encoder {
  encode(intent: ActionIntent): string;
}

export interface TurnOptions {
  readonly encoder: Encoder;
  readonly shown: Setting['shown'];
  /** Only the newest answer has buttons: the others were for then. */
  readonly newest: boolean;
}

/** A question and its answer, as an item of the transcript. */
export function renderTurn(turn: Turn, { encoder, shown, newest }: TurnOptions): Markup {
  const { said, reply } = turn;
  return html`<li class="turn" data-tone="${reply.tone}">
<p class="said"><span class="unseen">${webWording.you} </span>${visible(said)}</p>
<div class="reply">${renderBlocks(reply.blocks, { story: reply.story, shown })}</div>
${renderOtherVersion(reply, shown)}${newest ? renderActions(reply, encoder) : NOTHING}</li>`;
}

/** Answers are from the newest version; the page may show another, or have been opened before that one came. */
function renderOtherVersion({ story }: Reply, shown: TurnOptions['shown']): Markup {
  if (story === undefined || story.slug !== shown?.slug || story.version === shown.version) return NOTHING;
  const words =
    story.version > shown.version
      ? webWording.fromNewer(story.version, shown.version)
      : webWording.fromOlder(story.version, shown.version);
  return html`<p class="note">${words}</p>
`;
}

/** The buttons of a reply; questions to ask next stand before what looks closer at the story. */
export function renderActions({ actions }: Pick<Reply, 'actions'>, encoder: Encoder): Markup {
  if (actions.length === 0) return NOTHING;
  return html`<div class="actions" role="group" aria-label="${webWording.suggestions}">${actions.map((action) => renderAction(action, encoder))}</div>`;
}

function renderAction({ label, intent }: Action, encoder: Encoder): Markup {
  return html`<button class="action to-${intent.kind}" type="submit" form="${PRESS_FORM}" name="press" value="${visible(encoder.encode(intent))}">${visible(label)}</button>`;
}
