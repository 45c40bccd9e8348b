import { webWording } from '../../../src/chat/wording-web.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import { digestPreviewPage } from '../pages/digest-preview-page.ts';
import { previewPage } from '../pages/preview-page.ts';
import { platformMessages, previewDigest, previewMessage } from '../previewer.ts';
import type { BadForm } from '../read-form.ts';
import { readDigestWanted, readMessageWanted } from '../read-preview.ts';
import { send, sendWords } from '../send.ts';
import type { WebContext, WebParts } from '../web-parts.ts';

/** `/preview`: a message as the platforms show it; `/preview/digest`: a digest the same way, and its next times. */
export function previewRoutes(app: Routes, parts: WebParts): void {
  const { assets, chat } = parts;
  app.on(['GET', 'POST'], '/preview', async (context) => {
    const wanted = await readMessageWanted(context.req.raw);
    if (typeof wanted === 'string') return sendBad(context, parts, wanted);
    const previewed = await previewMessage(parts, wanted);
    if (previewed === 'gone') {
      return sendWords(context, parts, 404, webWording.lostAnswerTitle, webWording.lostAnswer);
    }
    const { reply, story } = previewed;
    const messages = await platformMessages(parts, reply, 'reply');
    const stories = chat.stories('');
    const page = previewPage({ assets, stories, wanted: { ...wanted, story }, reply, messages });
    const isUnknown = reply.tone === 'refusal' && wanted.story !== '';
    return send(context, page, isUnknown ? 404 : 200);
  });
  app.get('/preview/digest', async (context) => {
    const wanted = readDigestWanted(context.req.raw);
    if (typeof wanted === 'string') return sendBad(context, parts, wanted);
    const preview = await previewDigest(parts, wanted);
    const digest =
      preview.kind === 'nothing'
        ? preview
        : { ...preview, messages: await platformMessages(parts, preview.message, 'digest') };
    return send(context, digestPreviewPage({ assets, stories: chat.stories(''), wanted, digest }));
  });
}

function sendBad(context: WebContext, parts: WebParts, bad: BadForm): Promise<Response> {
  return bad === 'too-long'
    ? sendWords(context, parts, 413, webWording.tooLongTitle, webWording.tooLong)
    : sendWords(context, parts, 400, webWording.unreadableTitle, webWording.unreadable);
}
