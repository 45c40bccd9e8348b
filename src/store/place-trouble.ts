import { closedFile } from './data-files.ts';
import { describeTrouble } from './describe-trouble.ts';
import { StoreFailure } from './store-failure.ts';
import { type StorePlace, shownPlace } from './store-place.ts';

/** What went wrong at a place, as `describeTrouble` says it; of a file that may not be opened it names that file. */
export function placeTrouble(error: unknown, place: StorePlace): StoreFailure | undefined {
  const trouble = describeTrouble(error, shownPlace(place));
  if (trouble?.kind !== 'not-writable' || error instanceof StoreFailure || place.kind !== 'folder') {
    return trouble;
  }
  const file = closedFile(place.folder);
  return file === undefined ? trouble : describeTrouble(error, file);
}
