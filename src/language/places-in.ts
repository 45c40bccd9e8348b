/**
 * The place of each text in a long list, as an object that can be added to: entering 90,000 words in one takes
 * longer than a whole story needs of them, so the list is searched where it lies and what was found is entered.
 * @param list texts, each once; not changed as long as the object is used
 * @param ordered from here on they are in the order of their lower-case forms
 */
export function placesIn(list: readonly string[], ordered = 0): Record<string, number> {
  const search: ProxyHandler<Record<string, number>> = {
    get(_target, text, places) {
      const place = typeof text === 'string' ? placeOf(text, list, ordered) : undefined;
      if (place !== undefined) enter(places, text, place);
      return place;
    },
    set: (_target, text, place, places) => enter(places, text, place),
  };
  const places: Record<string, number> = Object.create(new Proxy(Object.create(null), search));
  for (const [place, text] of list.slice(0, ordered).entries()) enter(places, text, place);
  return places;
}

/** As the object's own, so that the search is not asked again. */
function enter(places: object, text: string | symbol, value: number): boolean {
  return Reflect.defineProperty(places, text, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function placeOf(text: string, list: readonly string[], ordered: number): number | undefined {
  const wanted = text.toLowerCase();
  let low = ordered;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? '').toLowerCase() < wanted) low = middle + 1;
    else high = middle;
  }
  for (let place = low; place < list.length && list[place]?.toLowerCase() === wanted; place++)
    if (list[place] === text) return place;
  return undefined;
}
