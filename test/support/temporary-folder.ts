import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder for this test alone, gone when it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for all tests of a file: to be called while it is read. */
export function sharedTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
