import type { ActionIntent } from '../../src/chat/action.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { wording } from '../../src/chat/wording.ts';

/** A pressed button in words, for the transcript. */
export function pressWords(intent: ActionIntent | undefined, chat: Pick<Chat, 'stories'>): string {
  switch (intent?.kind) {
    case undefined:
      return '…';
    case 'ask':
      return intent.question;
    case 'brief':
      return wording.depths[intent.depth];
    case 'view':
      return wording.views[intent.view];
    case 'follow':
      return chat.stories(intent.story).find(({ slug }) => slug === intent.story)?.title ?? intent.story;
    case 'unhelpful':
      return wording.unhelpful;
    case 'digest':
      return intent.verb;
    default:
      return intent satisfies never;
  }
}
