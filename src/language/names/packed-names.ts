import { PackedList } from '../packed-list.ts';

/**
 * A test of membership in a compiled list: names joined by "|", in the order of their UTF-16 code units. The list is
 * looked at when the first name is asked for.
 * @param more further names joined by "|", in any order
 */
export function knownNames(sorted: string, more = ''): (name: string) => boolean {
  const added = new Set(more === '' ? [] : more.split('|'));
  let list: PackedList | undefined;
  return (name) => {
    if (name === '') return false;
    if (added.has(name)) return true;
    list ??= new PackedList(sorted, '|');
    return list.placeOf(name) !== undefined;
  };
}
