/**
 * Rewrites `gateway-schemas.json` from the types in `gateway-data.ts`. Run it by hand after a new major of
 * discord.js: `node test/doubles/discord/make-gateway-schemas.ts`. The generator is fetched for the run
 * only, since it brings a compiler of its own that nothing else needs.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const GENERATOR = 'ts-json-schema-generator@2.9.0';
const here = import.meta.dirname;

const generated = z.looseObject({
  definitions: z.record(z.string(), z.unknown()),
});

const printed = execFileSync(
  'npx',
  [
    '--yes',
    GENERATOR,
    ...['--path', path.join(here, 'gateway-data.ts'), '--type', 'GatewayData'],
    ...['--tsconfig', path.join(here, '../../../tsconfig.json'), '--no-type-check'],
    ...['--jsDoc', 'none', '--minify'],
  ],
  { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024, cwd: path.join(here, '../../..') },
);

// References are written percent-encoded, the definitions' names are not.
const schema = generated.parse(
  JSON.parse(printed, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? decodeURIComponent(value) : value,
  ),
);
// A flags type lists the single bits; a payload carries any sum of them.
for (const name of Object.keys(schema.definitions)) {
  if (name.endsWith('Flags')) schema.definitions[name] = { type: 'integer' };
}

const definitions = Object.entries(schema.definitions)
  .map(([name, definition]) => `${JSON.stringify(name)}:${JSON.stringify(definition)}`)
  .join(',\n');
const { definitions: _, ...head } = schema;
const opening = JSON.stringify({ ...head }).slice(0, -1);
writeFileSync(path.join(here, 'gateway-schemas.json'), `${opening},"definitions":{\n${definitions}\n}}\n`);
