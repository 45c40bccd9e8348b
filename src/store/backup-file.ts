import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { readLines } from '../ops/read-lines.ts';
import { StoreFailure } from './store-failure.ts';

/** One row of a backup: bytes are `{"base64": …}` there, and everything else is as JSON has it. */
export interface BackupRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const FORMAT = 'backstory backup 1';

/** The first line: what the rest was written by. */
const head = z.object({ format: z.literal(FORMAT), migrations: z.array(z.string()), madeAt: z.string() });
const body = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
/** The last line: that nothing is missing and nothing was changed. */
const foot = z.object({ rows: z.int(), sha256: z.string() });

export type BackupHead = z.infer<typeof head>;

/** The lines of a backup, as they are made; each with its line break. */
export async function* backupLines(
  migrations: readonly string[],
  madeAt: number,
  rows: AsyncIterable<BackupRow>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let count = 0;
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ format: FORMAT, migrations, madeAt: new Date(madeAt).toISOString() });
  for await (const row of rows) {
    count++;
    yield line({ table: row.table, row: packed(row.row) });
  }
  yield `${JSON.stringify({ rows: count, sha256: hash.digest('hex') })}\n`;
}

/**
 * Reads a whole backup once, so that nothing is replaced by half of one.
 * @throws {StoreFailure} `damaged`, when it is none or not as it was written
 */
export async function verifyBackup(file: string): Promise<BackupHead> {
  const hash = createHash('sha256');
  let [first, last]: [BackupHead | undefined, string | undefined] = [undefined, undefined];
  let rows = -2;
  for await (const text of lines(file)) {
    if (last !== undefined) hash.update(`${last}\n`);
    if (rows === -2) first = parsed(head, text);
    if (!first) throw notABackup(file);
    last = text;
    rows++;
  }
  const end = last === undefined ? undefined : parsed(foot, last);
  if (!first) throw notABackup(file);
  if (!end || end.rows !== rows || end.sha256 !== hash.digest('hex')) {
    throw new StoreFailure(
      'damaged',
      `${file} is incomplete or was changed; take another backup. Nothing was restored`,
    );
  }
  return first;
}

/** The rows of a backup that was verified. */
export async function* backupRows(file: string): AsyncGenerator<BackupRow> {
  let isFirst = true;
  for await (const text of lines(file)) {
    const row = isFirst ? undefined : parsed(body, text);
    isFirst = false;
    if (row) yield { table: row.table, row: unpacked(row.row) };
  }
}

/** A story's file may be ten megabytes, and a third more in base64. */
const LONGEST_LINE = 100_000_000;

async function* lines(file: string): AsyncGenerator<string> {
  for await (const { text } of readLines(createReadStream(file), LONGEST_LINE)) yield text ?? '';
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function notABackup(file: string): StoreFailure {
  return new StoreFailure(
    'damaged',
    `${file} is no backup of Backstory’s; name one that "backstory backup" wrote`,
  );
}

function packed(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapped(row, (value) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}

const bytes = z.object({ base64: z.base64() });

function unpacked(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapped(row, (value) => {
    const read = bytes.safeParse(value);
    return read.success ? Buffer.from(read.data.base64, 'base64') : value;
  });
}

function mapped(
  row: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, change(value)]));
}
