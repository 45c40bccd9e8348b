/**
 * A test of membership in a compiled list: names joined by "|", in the order of their UTF-16 code units. The
 * list is searched where it lies, since most stories ask for far fewer names than unpacking it would touch.
 * @param more further names joined by "|", in any order
 */
export function knownNames(sorted: string, more = ''): (name: string) => boolean {
  const added = new Set(more === '' ? [] : more.split('|'));
  return (name) => name !== '' && (added.has(name) || isListed(sorted, name));
}

/** Binary search over the offsets of the list's text. */
function isListed(sorted: string, name: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : sorted.lastIndexOf('|', middle - 1) + 1;
    const bar = sorted.indexOf('|', middle);
    const end = bar < 0 ? sorted.length : bar;
    const entry = sorted.slice(start, end);
    if (entry === name) return true;
    if (entry < name) low = end + 1;
    else high = start;
  }
  return false;
}
