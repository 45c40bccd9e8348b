import { findChanges } from '../briefing/changes/find-changes.ts';
import type { Version } from '../story/story.ts';
import { changeBlocks } from './change-blocks.ts';
import { text } from './citing.ts';
import { longDate } from './dates.ts';
import { type ReadMarker, type ReadOnce, readBefore } from './read-marker.ts';
import type { Block } from './reply.ts';
import { wording } from './wording.ts';

/** What is known of a story's past when somebody asks about it. */
export interface Past {
  /** Every version seen, oldest first. */
  readonly versions: readonly Version[];
  /** What the asker was last told. */
  readonly read?: ReadMarker | undefined;
}

/** The version somebody knew before the newest, when it is still there to compare with. */
function knownBefore(
  newest: Version,
  { versions, read }: Past,
): { readonly before: Version; readonly read: ReadOnce } | undefined {
  const known = readBefore(read, newest.number);
  const before = versions.find(({ number }) => number === known?.version && number !== newest.number);
  return known && before && { before, read: known };
}

/**
 * What changed since the version the asker knew before the newest; for whoever knew none that is still there, since
 * the version that was the newest before. None when there is no other version.
 */
export function whatsNew(after: Version, past: Past): readonly Block[] {
  const known = knownBefore(after, past);
  const before = known?.before ?? past.versions.findLast(({ number }) => number !== after.number);
  if (!before) return [];
  const changes = findChanges(before.article, after.article);
  const { changed } = wording;
  if (changes.amount === 0) return [prose(changed.nothing(after.number, before.number))];
  return [
    prose(changed.since(after.number, before.number, dayOf(before.seenAt))),
    ...(known ? [ofAsker(changed.readThat(before.number, dayOf(known.read.at)))] : []),
    ...changeBlocks(changes, { before, after }),
  ];
}

/** In a brief: that the asker knows another version than this one. None when they do not. */
export function readLine(newest: Version, past: Past): readonly Block[] {
  const known = past.read?.version === newest.number ? undefined : knownBefore(newest, past);
  if (!known) return [];
  const { before, read } = known;
  return [ofAsker(wording.changed.readOther(newest.number, before.number, dayOf(read.at)))];
}

function dayOf(instant: number): string {
  return longDate(new Date(instant).toISOString().slice(0, 10));
}

function ofAsker(words: string): Block {
  return { kind: 'note', content: [text(words)], ofAsker: true };
}

function prose(words: string): Block {
  return { kind: 'prose', content: [text(words)] };
}
