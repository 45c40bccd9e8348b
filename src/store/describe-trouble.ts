import { StoreFailure, type StoreTrouble } from './store-failure.ts';

/** What went wrong, and what to do about it: `%` stands for the database as sentences name it. */
type Words = readonly [StoreTrouble, string];

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, Words>> = {
  5: ['busy', '% is being written by another process for too long; find it and stop it, then try again'],
  8: ['not-writable', '% cannot be written; give it to the user that runs Backstory'],
  10: [
    'damaged',
    'the disk under % fails to read or write; check the disk, its limits on files and the system’s log',
  ],
  11: [
    'damaged',
    'the database in % is damaged; put a backup in its place with "backstory restore FILE --replace"',
  ],
  13: ['full', 'the disk under % is full; make room on it'],
  14: ['not-writable', '% cannot be opened; give it to the user that runs Backstory'],
  26: [
    'damaged',
    'backstory.db in % is no database of Backstory’s; move that file away, or name another folder in BACKSTORY_DATA',
  ],
};

/** The index of the write-ahead log cannot grow: there is no other reason but room. */
const SQLITE_IOERR_SHMSIZE = 4874;

/** Node's codes, of files and of connections. */
const SYSTEM: Readonly<Record<string, Words>> = {
  EACCES: [
    'not-writable',
    '% may not be written; give it to the user that runs Backstory, or set BACKSTORY_DATA',
  ],
  EPERM: [
    'not-writable',
    '% may not be written; give it to the user that runs Backstory, or set BACKSTORY_DATA',
  ],
  EROFS: ['not-writable', '% is on a disk that cannot be written; name another folder in BACKSTORY_DATA'],
  ENOSPC: ['full', 'the disk under % is full; make room on it'],
  EDQUOT: ['full', 'the disk quota for % is used up; make room'],
  EEXIST: ['bad-setting', '% is a file and must be a folder; name another in BACKSTORY_DATA'],
  ENOTDIR: ['bad-setting', '% lies under a file and must be a folder; name another in BACKSTORY_DATA'],
  ECONNREFUSED: ['unreachable', 'nothing answers at %; start the server, or mend DATABASE_URL'],
  ENOTFOUND: ['unreachable', 'there is no host of the name in %; mend DATABASE_URL'],
  EAI_AGAIN: [
    'unreachable',
    'the name of the host in % cannot be looked up now; mend DATABASE_URL or the network',
  ],
  ETIMEDOUT: ['unreachable', '% does not answer; check DATABASE_URL and the network'],
  EHOSTUNREACH: ['unreachable', '% cannot be reached; check DATABASE_URL and the network'],
  ENETUNREACH: ['unreachable', '% cannot be reached; check DATABASE_URL and the network'],
  ECONNRESET: ['unreachable', 'the connection to % was cut; check the server'],
};

/** PostgreSQL's SQLSTATEs: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES: Readonly<Record<string, Words>> = {
  '28P01': ['refused', '% refuses the password; mend DATABASE_URL'],
  '28000': ['refused', '% does not let this user in; mend DATABASE_URL, or the server’s pg_hba.conf'],
  '3D000': ['refused', 'the server has no such database as in %; create it, or mend DATABASE_URL'],
  '3F000': ['refused', 'the schema that DATABASE_URL names is not there in %; create it'],
  '42501': ['refused', 'the user of DATABASE_URL may not do this in %; make it the owner of the database'],
  '53100': ['full', 'the disk of % is full; make room on it'],
  '53300': ['busy', '% has too many connections; raise its max_connections or close some'],
  '57P03': ['unreachable', '% is starting up or shutting down; try again in a moment'],
  '57P01': ['unreachable', '% was shut down; start it again'],
  '25006': ['not-writable', '% is read-only: a standby; name the primary in DATABASE_URL'],
};

/**
 * The trouble in words, when it is one that an operator can mend; `undefined` for a fault of ours.
 * @param shown the database or folder as sentences name it
 */
export function describeTrouble(error: unknown, shown: string): StoreFailure | undefined {
  if (error instanceof StoreFailure) return error;
  const words = wordsFor(error);
  if (!words) return undefined;
  const [kind, sentence] = words;
  return new StoreFailure(kind, sentence.replace('%', shown), { cause: error });
}

function wordsFor(error: unknown): Words | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AggregateError) return error.errors.map(wordsFor).find((words) => words !== undefined);
  if ('errcode' in error && typeof error.errcode === 'number') {
    return error.errcode === SQLITE_IOERR_SHMSIZE ? SQLITE[13] : SQLITE[error.errcode & 0xff];
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = SYSTEM[code] ?? POSTGRES[code];
  if (known) return known;
  // pg gives these no code.
  if (/timeout/i.test(error.message)) return SYSTEM['ETIMEDOUT'];
  if (/Connection terminated/.test(error.message)) return SYSTEM['ECONNRESET'];
  if (/SSL/.test(error.message)) {
    return [
      'refused',
      `% and DATABASE_URL do not agree about encryption (${error.message}); see sslmode there`,
    ];
  }
  if (/password must be a string/.test(error.message)) return POSTGRES['28P01'];
  return undefined;
}
