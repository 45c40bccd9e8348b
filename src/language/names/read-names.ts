import { mergeAliases, surnameOf } from './aliases.ts';
import { canonicalPlace } from './canonical-place.ts';
import { contextEvidence } from './context-evidence.ts';
import { givenNameOf } from './gazetteer.ts';
import { isTitleCase, type Mention, mentionsOf } from './mentions.ts';
import { type Evidence, nameEvidence } from './name-evidence.ts';
import { type Group, inReadingOrder, type NameType } from './name-group.ts';
import { SEATS } from './name-words.ts';
import type { ReadableText } from './readable-text.ts';

export type { NameType } from './name-group.ts';

/** Somebody or something a text names, with all its mentions in reading order. */
export interface Named {
  /** The fullest form the text has. */
  readonly name: string;
  readonly type: NameType;
  /** A place that also stands for those who sit there, and the other way round: the White House. */
  readonly also?: 'place' | 'organisation';
  readonly mentions: readonly Mention[];
}

const ENOUGH = 2;
/** Many mentions repeat one context; more than this adds nothing. */
const MOST_CONTEXT = 7;
const LEAST_CONTEXT = -4;

const WHERE =
  /^(?:at|in|to|from|outside|inside|near|into|leave|leaves|left|leaving|visit|visited|visiting|enter|entered|around|towards?)$/;

const cache = new WeakMap<object, readonly Named[]>();

/** Everybody and everything a text names, in order of first mention. Read once per text. */
export function readNames(text: ReadableText): readonly Named[] {
  let names = cache.get(text);
  if (names === undefined) {
    names = analyse(text);
    cache.set(text, names);
  }
  return names;
}

function analyse(text: ReadableText): readonly Named[] {
  const groups = groupMentions(mentionsOf(text));
  for (const group of groups.values()) decide(group);
  disownThings([...groups.values()]);
  const merged = mergeAliases([...groups.values()]);
  return merged
    .map((group) => ({
      name: fullestName(group),
      type: group.type,
      ...(group.also !== undefined && { also: group.also }),
      mentions: group.mentions.sort(inReadingOrder),
    }))
    .sort((a, b) => inReadingOrder(a.mentions[0], b.mentions[0]));
}

function groupMentions(mentions: readonly Mention[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const key = canonicalPlace(mention.key);
    const group = groups.get(key);
    if (group !== undefined) group.mentions.push(mention);
    else {
      const evidence = { person: 0, place: 0, organisation: 0 };
      groups.set(key, { key, folded: mention.folded, mentions: [mention], evidence, type: 'other' });
    }
  }
  return groups;
}

function decide(group: Group): void {
  const own = nameEvidence(group.mentions[0]?.text ?? '', group.folded);
  const context = { person: 0, place: 0, organisation: 0 };
  for (const mention of group.mentions) {
    if (isTitleCase(mention.sentence)) continue;
    const around = contextEvidence(mention.words, mention.from, mention.to, mention.title !== undefined);
    context.person += around.person;
    context.place += around.place;
    context.organisation += around.organisation;
  }
  const limit = (value: number) => Math.max(LEAST_CONTEXT, Math.min(MOST_CONTEXT, value));
  group.evidence = {
    person: own.person + limit(context.person),
    place: own.place + limit(context.place),
    organisation: own.organisation + limit(context.organisation),
  };
  if (SEATS.has(group.key)) {
    decideSeat(group);
    return;
  }
  group.type = typeOf(group.evidence);
}

/** "At the White House" is a place, "the White House said" is those who sit there. */
function decideSeat(group: Group): void {
  const visited = group.mentions.filter(({ words, from }) => {
    const link = words[from - 1]?.folded === 'the' ? words[from - 2] : words[from - 1];
    return link !== undefined && WHERE.test(link.folded);
  });
  const asPlace = visited.length > 0;
  group.type = asPlace ? 'place' : 'organisation';
  if (asPlace && visited.length < group.mentions.length) group.also = 'organisation';
}

function typeOf({ person, place, organisation }: Evidence): NameType {
  const best = Math.max(person, place, organisation);
  if (best < ENOUGH) return 'other';
  if (best === person) return 'person';
  return best === place ? 'place' : 'organisation';
}

/** "Warhol Factory" is no person when Warhol is Andy Warhol's surname. */
function disownThings(groups: readonly Group[]): void {
  const surnames = new Set(
    groups
      .filter(
        ({ type, folded }) =>
          type === 'person' && folded.length > 1 && givenNameOf(folded[0] ?? '') !== undefined,
      )
      .map(({ folded }) => surnameOf(folded)),
  );
  for (const group of groups) {
    const [first, last] = [group.folded[0] ?? '', group.folded.at(-1) ?? ''];
    if (group.type !== 'person' || group.folded.length !== 2 || givenNameOf(first) !== undefined) continue;
    if (surnames.has(first) && !surnames.has(last)) group.type = 'other';
  }
}

function fullestName(group: Group): string {
  const whole = group.mentions.filter((mention) => mention.folded.length >= group.folded.length);
  return (whole[0] ?? group.mentions[0])?.text ?? '';
}
