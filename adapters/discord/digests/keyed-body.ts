import { ComponentType } from 'discord.js';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';

const KEYED = /^k:([a-z0-9.-]{1,25}):(.*)$/su;

interface Component {
  readonly type: number;
  readonly custom_id?: string | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly [other: string]: unknown;
}

const component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    custom_id: z.string().optional(),
    components: z.array(component).optional(),
  }),
);
/** A message as it is sent or read, as far as its buttons go. */
export const withComponents = z.looseObject({ components: z.array(component) });

/**
 * The message with a delivery's key in the first button whose custom id has room for it: by that it can be
 * known again for as long as it is there. `undefined` when no button has room; `renderParts` sees to it that
 * one has.
 */
export function keyedBody(body: object, key: string): object | undefined {
  const { components, ...others } = withComponents.parse(body);
  let isKeyed = false;
  const visit = (one: Component): Component => {
    if (!isKeyed && one.type === ComponentType.Button && one.custom_id !== undefined) {
      const id = `k:${key}:${one.custom_id}`;
      isKeyed = id.length <= LIMITS.customId;
      return isKeyed ? { ...one, custom_id: id } : one;
    }
    return one.components ? { ...one, components: one.components.map(visit) } : one;
  };
  const keyed = components.map(visit);
  return isKeyed ? { ...others, components: keyed } : undefined;
}

/** A custom id without the key, as it was before `keyedBody`. */
export function withoutKey(customId: string): string {
  return KEYED.exec(customId)?.[2] ?? customId;
}

/** The key in a message as Discord gives it back, if there is one. */
export function keyOf(components: readonly Component[]): string | undefined {
  for (const { custom_id: id, components: inside = [] } of components) {
    const key = (id === undefined ? undefined : KEYED.exec(id)?.[1]) ?? keyOf(inside);
    if (key !== undefined) return key;
  }
  return undefined;
}
