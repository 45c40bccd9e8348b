import { html } from 'hono/html';
import type { Reply, StoryRef } from '../../../src/chat/reply.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { LIMITS } from '../limits.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { type Encoder, PRESS_FORM, renderActions, renderTurn } from '../rendering/render-turn.ts';
import type { TalkKey, Turn } from '../talks.ts';

/** What the chat on a page goes on from. */
export interface PanelTalk {
  readonly key: TalkKey | undefined;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

export interface PanelOptions {
  readonly talk: PanelTalk;
  readonly encoder: Encoder;
  /** The story the page shows, and asks. */
  readonly story: Pick<StoryRef, 'slug' | 'version'> | undefined;
  /** Offered before anything was asked. */
  readonly starters: Pick<Reply, 'actions'>;
}

/**
 * The chat: a plain form that a script makes quicker. The talk's key goes along in it, never in a cookie or an
 * address; `turn` says which turn the form is for, so that sending it twice asks once.
 */
export function chatPanel({ talk, encoder, story, starters }: PanelOptions): Markup {
  const [first] = talk.turns;
  const last = talk.turns.at(-1);
  // The address that a form leads to names its story, so that opening it again leads there.
  const action = `/ask${story ? `?story=${story.slug}` : ''}#newest`;
  const carried = html`<input type="hidden" name="story" value="${story?.slug ?? ''}">
<input type="hidden" name="version" value="${story?.version ?? ''}">
<input type="hidden" name="talk" value="${talk.key ?? ''}">
<input type="hidden" name="turn" value="${last === undefined ? 0 : last.number + 1}">`;
  return html`<section class="chat" id="chat" aria-labelledby="chat-title">
<h2 id="chat-title">${story ? webWording.askTitle : webWording.askAnyTitle}</h2>
<div class="log" role="log" aria-label="${webWording.conversation}" tabindex="0">
<div class="welcome"${last ? html` hidden` : NOTHING}><p>${webWording.askIntro}</p>
${last ? NOTHING : renderActions(starters, encoder)}</div>
${first && first.number > 0 ? html`<p class="note">${webWording.lostTalk}</p>` : NOTHING}
<ol class="talk" id="talk">${talk.turns.map((turn) => renderTurn(turn, { encoder, shown: story, newest: turn === last }))}</ol>
<span id="newest"></span></div>
<form id="ask-form" class="ask" method="post" action="${action}" data-failed="${webWording.failed}" data-thinking="${webWording.thinking}" data-you="${webWording.you}" data-back="${webWording.backToQuestion}">
${carried}
<label for="question">${webWording.askLabel}</label>
<div class="line"><input id="question" name="said" type="text" required maxlength="${LIMITS.question}" autocomplete="off" enterkeyhint="send" placeholder="${webWording.askHint}"><button class="send" type="submit">${webWording.ask}</button></div>
</form>
<form id="${PRESS_FORM}" method="post" action="${action}">
${carried}
<button class="forget" type="submit" name="press" value="forget"${talk.key === undefined ? html` hidden` : NOTHING}>${webWording.forget}</button>
<button class="to-preview" type="submit" formaction="/preview"${talk.key === undefined ? html` hidden` : NOTHING}>${webWording.previewAnswer}</button>
</form>
</section>
<a class="to-question" href="#question">${story ? webWording.askTitle : webWording.askAnyTitle}</a>`;
}
