// The tests of the page speak of documents and elements.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** An answer in a page as plain text: links as `words (address)`, citations as [¶5], lists with bullets. */
export function readReply(reply: Element): string {
  return [...reply.children].map(readBlock).join('\n\n');
}

function readBlock(block: Element): string {
  if (block.matches('.quote')) return [...block.children].map(words).join(' ');
  if (block.matches('ul')) return [...block.children].map((item) => `• ${words(item)}`).join('\n');
  if (block.matches('dl')) {
    return [...block.children].map((row) => [...row.children].map(words).join(': ')).join('\n');
  }
  return words(block);
}

/** A link to another site carries its address after its words. */
function words(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a[rel]')) {
    const address = link.getAttribute('href') ?? '';
    if (address !== link.textContent) link.textContent = `${link.textContent} (${address})`;
  }
  return copy.textContent ?? '';
}
