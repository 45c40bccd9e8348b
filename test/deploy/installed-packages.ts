import { readFileSync } from 'node:fs';
import { z } from 'zod';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
      devOptional: z.boolean().default(false),
    }),
  ),
});

/** The packages that `npm ci --omit=dev --omit=optional` puts right into `node_modules`, by the lock file. */
export function installedPackages(file = 'package-lock.json'): readonly string[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    return name === undefined || dev || optional || devOptional ? [] : [name];
  });
}
