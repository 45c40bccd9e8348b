import { ComponentType } from 'discord.js';
import { parse } from 'discord-markdown-parser';
import * as z from 'zod';
import { type Component, component } from './message-component.ts';

/** What one sees of a message of the bot's. */
export interface SeenMessage {
  /** Its text as plain text: links as `words (address)`, citations as [¶5], lists with bullets. */
  readonly text: string;
  /** What stands above the framed reply. */
  readonly above: string;
  readonly buttons: readonly { readonly label: string; readonly customId: string }[];
  /** The kinds of Markdown met, as the parser names them. */
  readonly kinds: ReadonlySet<string>;
  /** Addresses one can click. */
  readonly links: readonly string[];
  /** The stripe's colour. */
  readonly accent: number | undefined;
}

const body = z.looseObject({ components: z.array(component) });

/** Reads a message body as Discord's client would show it, by a Markdown parser that is not ours. */
export function readMessage(sent: unknown): SeenMessage {
  const { components } = body.parse(sent);
  const reader = new Reader();
  const frame = components.find(({ type }) => type === ComponentType.Container);
  const inside = frame?.components ?? [];
  return {
    text: inside.flatMap((each) => reader.display(each)).join('\n\n'),
    above: components.flatMap((each) => reader.display(each)).join('\n\n'),
    buttons: inside
      .flatMap((row) => row.components ?? [])
      .map(({ label = '', custom_id = '' }) => ({ label, customId: custom_id })),
    kinds: reader.kinds,
    links: reader.links,
    accent: frame?.accent_color ?? undefined,
  };
}

/** A text as the client shows it. */
export function readMarkdown(markdown: string): Pick<SeenMessage, 'text' | 'kinds' | 'links'> {
  const reader = new Reader();
  const text = reader.read(markdown);
  reader.lookAcrossLines(markdown);
  return { text, kinds: reader.kinds, links: reader.links };
}

type Node = Readonly<Record<string, unknown>>;
/** The parser knows no lists; Discord's client makes one of lines that begin so. */
const LIST_ITEM = /^( *)[-*] (?=\S)/;
const NUMBERED = /^ *\d+\. (?=\S)/;

class Reader {
  readonly kinds = new Set<string>();
  readonly links: string[] = [];

  display({ type, content }: Component): string[] {
    return type === ComponentType.TextDisplay ? [this.read(content ?? '')] : [];
  }

  /** Line by line, since the parser forgets where a line begins after small print. */
  read(markdown: string): string {
    return markdown
      .split('\n')
      .map((line) => {
        if (NUMBERED.test(line)) this.kinds.add('numbered');
        return this.#nodes(parse(line.replace(LIST_ITEM, '$1• '), 'extended'));
      })
      .join('\n');
  }

  /** Notes the kinds of what spans lines, such as a code block. */
  lookAcrossLines(markdown: string): void {
    const known = this.links.length;
    this.#nodes(parse(markdown, 'extended'));
    this.links.splice(known);
  }

  #nodes(nodes: unknown): string {
    const list: readonly Node[] = Array.isArray(nodes) ? nodes : [];
    return list.map((node) => this.#node(node)).join('');
  }

  #node(node: Node): string {
    const { type, content, target } = node;
    this.kinds.add(String(type));
    switch (type) {
      case 'text':
      case 'inlineCode':
      case 'codeBlock':
        return String(content);
      case 'br':
      case 'newline':
        return '\n';
      case 'twemoji':
        return String(node['name']);
      case 'timestamp':
        return `<${String(node['timestamp'])}>`;
      case 'url':
      case 'autolink':
        this.links.push(String(target));
        return String(target);
      case 'link': {
        const words = this.#nodes(content);
        this.links.push(String(target));
        return /^\[(?:¶\d+|headline)\]$/.test(words) ? words : `${words} (${String(target)})`;
      }
      default:
        return this.#nodes(content);
    }
  }
}
