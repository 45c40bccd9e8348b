import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { underRequestId } from '../ops/request-id.ts';
import type { Chat } from './chat.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

export interface Watching {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Whether what people ask may be logged. */
  readonly logQuestions: boolean;
}

/** The same chat, with a line in the log and the count of every request. Who asked is never told. */
export function watchedChat(chat: Chat, watching: Watching): Chat {
  return {
    ...chat,
    handle: (request) =>
      underRequestId(async () => {
        const began = performance.now();
        const reply = await chat.handle(request);
        tell(request, reply, (performance.now() - began) / 1000, watching);
        return reply;
      }),
  };
}

function tell(request: Request, reply: Reply, seconds: number, watching: Watching): void {
  const { log, metrics, logQuestions } = watching;
  const { asker, intent } = request;
  const { platform } = asker;
  const { tone, understood } = reply;
  metrics.answered({ platform, request: intent.kind, reply: tone, seconds, understood });
  if (intent.kind === 'action' && intent.action.kind === 'unhelpful') metrics.unhelpful(platform);
  const question = logQuestions ? questionOf(request) : undefined;
  log.info(
    {
      platform,
      wanted: intent.kind,
      understood,
      reply: tone,
      story: reply.story?.slug,
      milliseconds: Math.round(seconds * 1000),
      ...(question !== undefined && { question }),
    },
    'answered',
  );
}

function questionOf({ intent }: Request): string | undefined {
  switch (intent.kind) {
    case 'say':
      return intent.text;
    case 'ask':
      return intent.question;
    case 'action':
      return intent.action.kind === 'ask' ? intent.action.question : undefined;
    default:
      return undefined;
  }
}
