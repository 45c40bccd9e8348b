import type { Chat } from '../chat/chat.ts';
import { createChat } from '../chat/create-chat.ts';
import type { Shelf } from '../chat/reading.ts';
import { sharedReadings } from '../chat/shared-readings.ts';
import type { Article } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import { digestPreviews } from './digest-previews.ts';
import { oneLine } from './failure.ts';
import { storyOf } from './story-of.ts';
import type { World } from './world.ts';

function shelfOf(story: Story): Shelf {
  const stories: readonly Story[] = [story];
  return {
    all: () => stories,
    get: (slug) => stories.find((each) => each.slug === slug),
    search: () => stories,
    versions: (slug) => stories.filter((each) => each.slug === slug).map(({ latest }) => latest),
  };
}

/** The bot with one article as its only story. */
export function chatAbout(article: Article, world: World): Chat {
  return chatOf(shelfOf(storyOf(article, world.now())), world);
}

/** The bot with these stories; a fault of ours is told on `errors`. */
export function chatOf(stories: Shelf, { errors }: World): Chat {
  const read = sharedReadings();
  return createChat({
    stories,
    read,
    digests: digestPreviews({ stories, read }),
    onFault(fault) {
      const what = fault instanceof Error ? fault.message : String(fault);
      errors.write(`${oneLine(`backstory: a fault of ours: ${what}`)}\n`);
    },
  });
}
