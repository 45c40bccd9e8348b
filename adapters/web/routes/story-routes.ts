import type { StoryRef } from '../../../src/chat/reply.ts';
import type { ChangesPage, StoryPage, VersionCard } from '../../../src/chat/story-pages.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import { LIMITS } from '../limits.ts';
import { Packed } from '../packed.ts';
import { PackedShelf } from '../packed-shelf.ts';
import { changesPage } from '../pages/changes-page.ts';
import { versionsFeed } from '../pages/feed.ts';
import { type StoryPageOptions, storyPage } from '../pages/story-page.ts';
import { versionsPage } from '../pages/versions-page.ts';
import { count } from '../read-form.ts';
import type { Markup } from '../rendering/markup.ts';
import { packMarkup, sendNotFound, sendPage } from '../send.ts';
import { startersOf } from '../starters.ts';
import type { WebParts } from '../web-parts.ts';

const NO_TALK: StoryPageOptions['talk'] = { key: undefined, turns: [] };

/** `/stories/<slug>` and what belongs to it. */
export function storyRoutes(app: Routes, parts: WebParts): void {
  const { assets, pages } = parts;
  const shelf = new PackedShelf<StoryPage>(LIMITS.pagesKept, (page) =>
    packMarkup(storyMarkup(parts, page, NO_TALK)),
  );
  const comparisons = new PackedShelf<ChangesPage>(LIMITS.comparisonsKept, (found) =>
    packMarkup(changesPage(assets, found)),
  );
  // A story's next version is another page.
  const feeds = new PackedShelf<StoryPage>(LIMITS.feedsKept, ({ story }) => packFeed(parts, story));
  app.get('/stories', (context) => context.redirect('/', 301));
  app.get('/stories/:slug', (context) => {
    const slug = context.req.param('slug');
    const wanted = context.req.query('v');
    const version = count(wanted);
    const page = pages.page(slug, version) ?? pages.page(slug);
    if (page === undefined) return sendNotFound(context, parts, webWording.noSuchStory);
    if (wanted !== undefined && !version) return sendNotFound(context, parts, webWording.noSuchVersion);
    const isLost = version !== undefined && version !== page.story.version;
    return sendPage(context, isLost ? storyMarkup(parts, page, NO_TALK, version) : shelf.take(page));
  });
  app.get('/stories/:slug/versions', (context) => {
    const slug = context.req.param('slug');
    const page = pages.page(slug);
    if (page === undefined) return sendNotFound(context, parts, webWording.noSuchStory);
    return sendPage(context, versionsPage(assets, page.story, pages.versions(slug)));
  });
  app.get('/stories/:slug/changes', (context) => {
    const [from, to] = [count(context.req.query('from')), count(context.req.query('to'))];
    const found =
      from === undefined || to === undefined ? undefined : pages.changes(context.req.param('slug'), from, to);
    if (found === undefined) return sendNotFound(context, parts, webWording.noSuchVersions);
    return sendPage(context, comparisons.take(found));
  });
  app.get('/stories/:slug/feed.atom', (context) => {
    const page = pages.page(context.req.param('slug'));
    if (page === undefined) return sendNotFound(context, parts, webWording.noSuchStory);
    return sendPage(context, feeds.take(page));
  });
}

async function packFeed({ pages, settings }: WebParts, story: StoryRef): Promise<Packed> {
  const { slug } = story;
  const changes = ({ number }: VersionCard) => pages.changes(slug, number - 1, number)?.blocks ?? [];
  const feed = await versionsFeed(story, pages.versions(slug), changes, settings.publicUrl);
  return new Packed(feed, 'application/atom+xml; charset=utf-8');
}

/** A story's page, with a talk. */
export function storyMarkup(
  parts: WebParts,
  page: StoryPage,
  talk: StoryPageOptions['talk'],
  lost?: number,
): Markup {
  const { assets, chat, settings } = parts;
  const starters = startersOf(chat, page.story);
  return storyPage({ assets, page, talk, starters, lost, encoder: chat, publicUrl: settings.publicUrl });
}
