import { html } from 'hono/html';
import { citedPath, type PageOf, placeId } from '../../../src/chat/page-links.ts';
import { citationMark, spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Span, StoryRef } from '../../../src/chat/reply.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { linkAddress } from './link-address.ts';
import { type Part, partsOf } from './marks.ts';
import { joined, type Markup } from './markup.ts';
import { visible } from './visible.ts';

/** Where words will stand, which decides how their citations lead into the story. */
export interface Setting {
  /** The story the words speak of. */
  readonly story: StoryRef | undefined;
  /** The story and version the page shows. */
  readonly shown: PageOf | undefined;
  /** What our own addresses begin with where they must be whole, as in a feed. */
  readonly base?: string;
}

/** Spans as HTML; all their words are escaped. */
export function renderInline(content: Inline, setting: Setting): Markup {
  const parts = partsOf(content);
  return joined(
    content.map((span) => renderSpan(span, span.kind === 'citation' ? parts.get(span) : undefined, setting)),
  );
}

function renderSpan(span: Span, part: Part | undefined, setting: Setting): Markup {
  switch (span.kind) {
    case 'text':
      return html`${visible(span.text)}`;
    case 'strong':
      return html`<strong>${visible(span.text)}</strong>`;
    case 'time':
      return Math.abs(span.instant) <= LAST_INSTANT
        ? html`<time datetime="${new Date(span.instant).toISOString()}">${visible(span.text)}</time>`
        : html`${visible(span.text)}`;
    case 'citation':
      return renderCitation(span, part, setting);
    case 'link': {
      const address = linkAddress(span.href);
      if (address === undefined) return html`${visible(spanText(span))}`;
      return html`<a href="${visible(address)}" rel="noopener noreferrer">${visible(span.text)}</a>`;
    }
    default:
      return span satisfies never;
  }
}

/** What a `Date` can hold, in milliseconds. */
const LAST_INSTANT = 8.64e15;

/**
 * Into the story on this page, else to that story's page; of a version that is not on the page it says which. A
 * citation of a story we know nothing of is text.
 */
function renderCitation(
  { cited }: Extract<Span, { kind: 'citation' }>,
  part: Part | undefined,
  { story, shown, base = '' }: Setting,
): Markup {
  if (story === undefined) return html`<span class="cite">${citationMark(cited)}</span>`;
  const version = cited.version ?? story.version;
  const isStory = story.slug === shown?.slug;
  const here = isStory && version === shown.version;
  const mark = citationMark(isStory && !here ? { ...cited, version } : cited);
  const href = here ? `#${placeId(cited)}` : base + citedPath(story, cited);
  const label = webWording.citation(cited.paragraph);
  return html`<a class="cite" href="${href}" title="${label}" data-from="${part?.from ?? cited.start}" data-to="${part?.to ?? cited.end}">${mark}</a>`;
}
