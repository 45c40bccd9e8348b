import { ButtonStyle, ComponentType } from 'discord.js';

/** Limits of Components V2 that stand in the guide, not in the OpenAPI document (platform rules B2). */
const COMPONENTS = 40;
const TEXT = 4_000;
/** What may stand at the top of a message without the V2 flag. */
const LEGACY_TOP: readonly unknown[] = [ComponentType.ActionRow];
const LEGACY_ROWS = 5;
const TEXT_KEYS = new Set(['title', 'description', 'name', 'value', 'text']);

type Component = Record<string, unknown>;

/** Issues of a message's components: their number, text, custom ids and buttons. */
export function componentIssues(top: readonly Component[], v2: boolean): readonly string[] {
  const found: string[] = [];
  const all = top.flatMap(withNested);
  if (!v2 && top.some(({ type }) => !LEGACY_TOP.includes(type))) {
    found.push('components: Components V2 need their flag');
  }
  if (!v2 && top.length > LEGACY_ROWS) found.push(`components: over ${LEGACY_ROWS} rows`);
  if (all.length > COMPONENTS) found.push(`components: ${all.length} in all, over ${COMPONENTS}`);
  const texts = all
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => String(content));
  if (texts.some((text) => text.trim() === '')) found.push('components: an empty text display');
  const length = texts.join('').length;
  if (length > TEXT) found.push(`components: ${length} characters of text, over ${TEXT}`);
  found.push(
    ...customIdIssues(all),
    ...all.filter(({ type }) => type === ComponentType.Button).flatMap(buttonIssues),
  );
  return found;
}

/** Each custom id once: Discord refuses a message or modal in which one comes twice. */
export function customIdIssues(all: readonly Component[]): readonly string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  for (const { custom_id: id } of all) {
    if (id !== undefined && seen.has(id)) found.push(`custom_id: ${String(id)} comes twice`);
    seen.add(id);
  }
  return found;
}

/** A component and everything inside it. */
export function withNested(component: Component): Component[] {
  const { components, accessory, component: inner } = component;
  const nested = [...(Array.isArray(components) ? components : []), accessory, inner].filter(isComponent);
  return [component, ...nested.flatMap(withNested)];
}

/** All text of embeds that counts towards their common limit. */
export function textOf(embeds: readonly unknown[]): string {
  return embeds.flatMap((embed) => [...strings(embed)]).join('');
}

function* strings(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* strings(item);
  else if (isComponent(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (TEXT_KEYS.has(key)) yield inner;
      } else yield* strings(inner);
    }
  }
}

function buttonIssues(button: Component): readonly string[] {
  const found: string[] = [];
  const isLink = button['style'] === ButtonStyle.Link;
  if (isLink !== (button['url'] !== undefined)) found.push('button: a link has a url, others have none');
  if (isLink === (button['custom_id'] !== undefined))
    found.push('button: a link has no custom_id, others have one');
  if (!button['label'] && !button['emoji']) found.push('button: neither label nor emoji');
  return found;
}

function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
