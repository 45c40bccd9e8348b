import type { StoryPage, VersionCard } from '../../../src/chat/story-pages.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import { Packed, sendPacked } from '../packed.ts';
import { changesPage } from '../pages/changes-page.ts';
import { versionsFeed } from '../pages/feed.ts';
import { type StoryPageOptions, storyPage } from '../pages/story-page.ts';
import { versionsPage } from '../pages/versions-page.ts';
import { count } from '../read-form.ts';
import type { Markup } from '../rendering/markup.ts';
import { packMarkup, sendNotFound, sendPage } from '../send.ts';
import { startersOf } from '../starters.ts';
import { StoryShelf } from '../story-shelf.ts';
import type { WebParts } from '../web-parts.ts';

const NO_TALK: StoryPageOptions['talk'] = { key: undefined, turns: [] };

/** `/stories/<slug>` and what belongs to it. */
export function storyRoutes(app: Routes, parts: WebParts): void {
  const { assets, pages, settings } = parts;
  const shelf = new StoryShelf((page) => packMarkup(storyMarkup(parts, page, NO_TALK)));
  app.get('/stories/:slug', (context) => {
    const slug = context.req.param('slug');
    const version = count(context.req.query('v'));
    const page = pages.page(slug, version) ?? pages.page(slug);
    if (page === undefined) return sendNotFound(context, parts, webWording.noSuchStory);
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
    return sendPage(context, changesPage(assets, found));
  });
  app.get('/stories/:slug/feed.atom', async (context) => {
    const slug = context.req.param('slug');
    const page = pages.page(slug);
    if (page === undefined) return sendNotFound(context, parts, webWording.noSuchStory);
    const changes = ({ number }: VersionCard) => pages.changes(slug, number - 1, number)?.blocks ?? [];
    const feed = await versionsFeed(page.story, pages.versions(slug), changes, settings.publicUrl);
    context.header('cache-control', 'no-cache');
    return sendPacked(context, new Packed(feed, 'application/atom+xml; charset=utf-8'));
  });
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
