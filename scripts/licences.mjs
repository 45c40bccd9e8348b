/**
 * Lists the licences of everything the service runs on, from the lockfile; `--all` with what only development
 * needs. Exit 1 when one asks for more than its notice to be kept, or is not known: somebody has to read it.
 *
 *   npm run licences
 */
import { readFileSync } from 'node:fs';

/** These ask for no more than that their notice is kept. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
];
/** Packages whose package.json names no licence, and where it is to be read. */
const READ_BY_HAND = new Map([['sylvester', 'MIT']]);

const root = new URL('../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
const withDevelopment = process.argv.includes('--all');
const byLicence = new Map();
for (const [path, { version, license, dev }] of Object.entries(packages)) {
  if (path === '' || (dev && !withDevelopment)) continue;
  const name = path.replace(/^.*node_modules\//, '');
  const licence = license ?? READ_BY_HAND.get(name) ?? 'unknown';
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), `${name} ${version}`]);
}

const sorted = [...byLicence].sort(([, a], [, b]) => b.length - a.length);
for (const [licence, names] of sorted) console.log(`${licence}: ${names.length}\n  ${names.join(', ')}`);
const others = sorted
  .filter(([licence]) => !isPermissive(licence))
  .flatMap(([licence, names]) => names.map((name) => `${name} (${licence})`));
const count = sorted.reduce((sum, [, names]) => sum + names.length, 0);
console.log(`${count} packages, ${sorted.length} licences`);
if (others.length > 0) {
  console.error(`to be read by somebody before it is used: ${others.join(', ')}`);
  process.exitCode = 1;
}

/** `A OR B` lets us choose; `A AND B` asks for both. */
function isPermissive(licence) {
  const words = licence.replace(/[()]/g, '');
  if (words.includes(' AND ')) return words.split(' AND ').every(isPermissive);
  return words.split(' OR ').some((one) => PERMISSIVE.includes(one.trim()));
}
