import type { Answer, Context } from '../answering/answer.ts';
import type { Story } from '../story/story.ts';
import type { Action } from './action.ts';
import type { Desk } from './desk.ts';
import { label } from './which-story.ts';

/** As many as are read rather than skipped. */
const SHOWN = 3;
/** How many more are looked at, to have enough that say something new. */
const SPARE = 5;

/**
 * Suggested questions as buttons: none that this conversation has asked or whose answer is on the screen, and
 * those whose answer it has not seen yet before the others.
 * @param context the question just answered
 */
export function suggestions(desk: Desk, story: Story, context?: Context): readonly Action[] {
  const reading = desk.read(story);
  const { turns } = desk.notes.conversation;
  const asked = new Set(turns.map(({ question }) => question.toLowerCase()));
  const seen = new Set(turns.map(({ answer }) => placeOf(answer)));
  const current = context && placeOf(context.answer);
  const fresh = reading
    .suggestions(SHOWN + SPARE + asked.size, context)
    .filter((question) => !asked.has(question.toLowerCase()))
    .map((question) => ({ question, place: placeOf(reading.answer(question)) }))
    .filter(({ place }) => place !== current);
  const unseenFirst = fresh.toSorted((a, b) => Number(seen.has(a.place)) - Number(seen.has(b.place)));
  return unseenFirst.slice(0, SHOWN).map(({ question }) => ({
    label: label(question),
    intent: { kind: 'ask', story: story.slug, question },
  }));
}

/** Which sentence an answer is. */
function placeOf({ sentences: [best] }: Answer): string {
  return best ? `${best.paragraph}.${best.sentence}` : '';
}
