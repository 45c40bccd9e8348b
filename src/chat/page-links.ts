import type { Cited } from '../story/article.ts';
import { mapInline } from './map-inline.ts';
import type { Block, Inline, Reply, Span } from './reply.ts';

type Citation = Extract<Span, { kind: 'citation' }>;

/** Where in a story. */
export type Place = Pick<Cited, 'paragraph' | 'sentence'>;

/** Which version of which story. */
export interface PageOf {
  readonly slug: string;
  readonly version: number;
}

/** The fragment of a sentence on its story's page: `p5s2` is the second sentence of ¶5, `p0s1` the headline. */
export function placeId({ paragraph, sentence }: Place): string {
  return `p${paragraph}s${sentence}`;
}

/** The path of a version of a story on our own page, at a sentence of it when one is given. */
export function storyPath({ slug, version }: PageOf, place?: Place): string {
  return `/stories/${slug}?v=${version}${place ? `#${placeId(place)}` : ''}`;
}

/** The path of what a citation points to, which may be in another version than the one spoken of. */
export function citedPath({ slug, version }: PageOf, cited: Citation['cited']): string {
  return storyPath({ slug, version: cited.version ?? version }, cited);
}

/**
 * The reply with every citation that leads nowhere yet leading to our own page of the story.
 * @param publicUrl the address under which the page is reached from outside, without a path
 */
export function linkToPages(reply: Reply, publicUrl: string): Reply {
  const { story, blocks } = reply;
  return story === undefined ? reply : { ...reply, blocks: linkBlocks(blocks, story, publicUrl) };
}

/** The same for blocks about one story, in a reply that tells of several. */
export function linkBlocks(blocks: readonly Block[], story: PageOf, publicUrl: string): readonly Block[] {
  const link = (content: Inline): Inline =>
    content.map(
      (span): Span =>
        span.kind === 'citation' && span.href === undefined
          ? { ...span, href: publicUrl + citedPath(story, span.cited) }
          : span,
    );
  return blocks.map((block) => mapInline(block, link));
}
