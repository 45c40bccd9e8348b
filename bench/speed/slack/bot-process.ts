/**
 * The bot on Slack in a process of its own, as in life; `running-bot.ts` starts it. Tells its parent the port
 * it listens on, and what it used of the machine when it is asked.
 *
 *   node bench/speed/slack/bot-process.ts <API address> <request timeout in ms>
 */
import { SLACK_TIMING, startSlack } from '../../../adapters/slack/start-slack.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { startHttpServer } from '../../../src/ops/http-server.ts';
import { parseArticle } from '../../../src/story/parse-article.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../../../test/doubles/slack/slack-double.ts';
import { benchStory } from '../bench-story.ts';

const [apiUrl = '', request = '10000'] = process.argv.slice(2);
const { article } = parseArticle(benchStory(40, 0).markdown, { file: 'bench.md' });
if (!article) throw new Error('a story of the benchmark cannot be read');
const latest = { number: 1, contentHash: '', seenAt: 0, article };
const story = { slug: article.slug, title: article.title, latest };
const quiet = () => {};
const chat = createChat({
  stories: { all: () => [story], get: () => story, search: () => [story], versions: () => [latest] },
});
// As the service does: while a story is made ready, connections that are idle would be given up.
await warmUp(chat, systemClock.now());
const slack = await startSlack({
  settings: {
    kind: 'on',
    transport: { kind: 'http', signingSecret: SIGNING_SECRET },
    install: { kind: 'token', botToken: BOT_TOKEN },
    apiUrl,
    adminsOnly: false,
  },
  chat,
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  clock: systemClock,
  timing: { ...SLACK_TIMING, request: Number(request) },
});
const server = await startHttpServer({ host: '127.0.0.1', port: 0 });
server.mount(slack.routes);
process.on('message', () => {
  void slack.settled().then(() => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.send?.({ peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 });
  });
});
process.on('disconnect', () => process.exit());
process.send?.({ port: server.port });
