import type { z } from 'zod';

/** Settings read one by one: those that cannot be used keep none of the others from being judged. */
export interface ReadEach<T> {
  /** Each that is set and can be used; an empty setting is one that is not set: `.env` files are full of them. */
  readonly values: T;
  /** What is wrong with the others, a line a setting, which names it and never shows its value. */
  readonly problems: readonly string[];
  /** The names of those others: set, whatever to. */
  readonly unusable: ReadonlySet<string>;
}

/** Reads settings from an environment. @param schema every field of it optional */
export function readEach<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  env: Readonly<Record<string, string | undefined>>,
): ReadEach<z.output<z.ZodObject<S>>> {
  const set = Object.entries(env).flatMap(([name, value = '']): [string, string][] =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return { values: parsed.data, problems: [], unusable: new Set() };
  const { issues } = parsed.error;
  const unusable = new Set(issues.map(({ path }) => String(path[0])));
  return {
    values: schema.parse(Object.fromEntries(set.filter(([name]) => !unusable.has(name)))),
    problems: issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    unusable,
  };
}
