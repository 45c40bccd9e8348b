import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { GatewayData } from './gateway-data.ts';

const document = z.record(z.string(), z.unknown());
const schemas = new Map<string, z.ZodType>();

/**
 * Holds a dispatch to the schema made from discord-api-types.
 * @throws {Error} naming the event and the first issue: then the double itself is wrong, not the bot
 */
export function checkDispatch<T extends keyof GatewayData>(event: T, data: GatewayData[T]): void {
  // As it will be on the wire: without what is undefined.
  const result = schemaOf(event).safeParse(JSON.parse(JSON.stringify(data)));
  if (!result.success) {
    throw new Error(`the double's ${event} is not what Discord sends: ${z.prettifyError(result.error)}`);
  }
}

function schemaOf(event: string): z.ZodType {
  const known = schemas.get(event);
  if (known) return known;
  const file = path.join(import.meta.dirname, 'gateway-schemas.json');
  const all = document.parse(JSON.parse(readFileSync(file, 'utf8')));
  const definitions = document.parse(all['definitions']);
  const { properties } = z.object({ properties: document }).parse(definitions['GatewayData']);
  for (const [name, schema] of Object.entries(properties)) {
    schemas.set(
      name,
      z.fromJSONSchema({ ...document.parse(schema), definitions, $schema: all['$schema'] } as Parameters<
        typeof z.fromJSONSchema
      >[0]),
    );
  }
  const made = schemas.get(event);
  if (made === undefined) throw new Error(`no schema for ${event}: see gateway-data.ts`);
  return made;
}
