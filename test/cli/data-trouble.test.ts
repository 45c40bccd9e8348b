import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openNodeSqlite } from '../../src/store/engine/node-sqlite.ts';
import { type Ran, runBackstory } from '../support/run-backstory.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

const FILE = 'backstory.db';
const DAMAGED = /is damaged.*; put a backup in its place with "backstory restore FILE --replace"/;
/** What opens the data, beside the service: each verb a process of its own. */
const verb = {
  status: () => ['migrate', '--status'],
  backup: () => ['backup', join(temporaryFolder(), 'new.backup')],
  restore: () => ['restore', backup],
};
const START = ['start', '--no-chat'];

/** A sound data folder, and a backup of it. */
const sound = sharedTemporaryFolder();
const backup = join(sharedTemporaryFolder(), 'data.backup');
beforeAll(async () => {
  await runBackstory(sound, ['migrate']);
  const { code } = await runBackstory(sound, ['backup', backup]);
  expect(code).toBe(0);
}, 60_000);

const copied = (): string => {
  const folder = temporaryFolder();
  copyFileSync(join(sound, FILE), join(folder, FILE));
  return folder;
};
const oneSentence = ({ code, said, complained }: Ran): string => {
  expect({ code, said, lines: complained.trimEnd().split('\n').length }).toEqual({
    code: 1,
    said: '',
    lines: 1,
  });
  expect(complained).toMatch(/^backstory: /);
  expect(complained).not.toMatch(/ at |Error|errno|SQLITE/);
  return complained;
};

/** Root may write anything: then somebody else does it, who must be able to read the program. */
const isRoot = process.getuid?.() === 0;
const AS_NOBODY = isRoot ? 'exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"' : undefined;
const canBeNobody =
  AS_NOBODY === undefined ||
  spawnSync('sh', ['-c', AS_NOBODY, 'sh', 'cat', import.meta.filename]).status === 0;

describe('data that cannot be used', { timeout: 60_000 }, () => {
  it.each([
    [
      'is no database',
      (file: string) => writeFileSync(file, 'A letter, not a database. '.repeat(500)),
      /backstory\.db in \S+ is no database of Backstory’s; move that file away, or name another folder/,
      verb.status,
    ],
    ['is cut short', (file: string) => truncateSync(file, 9_000), DAMAGED, verb.backup],
    [
      'has garbage in it',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0x55, 4_096 * 3, 4_096 * 9)),
      DAMAGED,
      verb.restore,
    ],
    [
      'was written by a newer version',
      (file: string) => {
        const database = new DatabaseSync(file);
        database.exec(`insert into backstory_migrations values ('9999-later', '2030-01-01T00:00:00Z')`);
        database.close();
      },
      /was written by a newer version of Backstory \(it has 9999-later\); run that version, or put a backup/,
      verb.status,
    ],
  ])('and %s is told of in a sentence, and left as it is', async (_, spoil, words, other) => {
    const folder = copied();
    spoil(join(folder, FILE));
    const before = readFileSync(join(folder, FILE));
    const ran = await Promise.all([START, other()].map((args) => runBackstory(folder, args)));
    for (const each of ran) {
      expect(oneSentence(each)).toMatch(words);
      expect(each.complained).toContain(folder);
    }
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
  });

  it('is put aside, not thrown away, when a backup is to replace it', async () => {
    const folder = copied();
    truncateSync(join(folder, FILE), 9_000);
    const before = readFileSync(join(folder, FILE));
    expect(oneSentence(await runBackstory(folder, ['restore', join(folder, FILE), '--replace']))).toContain(
      'is no backup of Backstory’s',
    );
    expect(readFileSync(join(folder, FILE)).equals(before)).toBe(true);
    expect(await runBackstory(folder, ['restore', backup, '--replace'])).toMatchObject({ code: 0 });
    const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('damaged-'));
    expect(readFileSync(join(folder, aside)).equals(before)).toBe(true);
    expect((await runBackstory(folder, ['migrate', '--status'])).said).toMatch(/^0001-first-tables {2}ran /);
  });

  it.skipIf(!canBeNobody)('may not be written, which is told, and nothing is made', async () => {
    const folder = copied();
    chmodSync(join(folder, FILE), 0o444);
    chmodSync(folder, 0o555);
    const ran = await Promise.all(
      [START, verb.backup(), verb.restore()].map((args) => runBackstory(folder, args, AS_NOBODY)),
    );
    for (const each of ran) {
      expect(oneSentence(each)).toMatch(/(cannot|may not) be (opened|written|used); give /);
    }
    expect(readdirSync(folder)).toEqual([FILE]);
    chmodSync(folder, 0o755);
  });
});

/** Whose the service is when an administrator runs a command on its data. */
const NOBODY = 65_534;
const owners = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).uid]));

describe.skipIf(!isRoot || !canBeNobody)('root, in a folder of the service’s', { timeout: 60_000 }, () => {
  const folderOfNobody = (): string => {
    const folder = temporaryFolder();
    chownSync(folder, NOBODY, NOBODY);
    return folder;
  };

  it('leaves nothing behind that the service could not open', async () => {
    const folder = folderOfNobody();
    expect(await runBackstory(folder, ['migrate'])).toMatchObject({ code: 0 });
    expect(await runBackstory(folder, ['restore', backup, '--replace'])).toMatchObject({ code: 0 });
    expect(owners(folder)).toEqual({ [FILE]: NOBODY, 'service.json': NOBODY, 'service.lock': NOBODY });
    expect(await runBackstory(folder, ['migrate'], AS_NOBODY)).toMatchObject({ code: 0 });
  });

  it('leaves nothing of SQLite’s either, when it is stopped half-way', async () => {
    const folder = folderOfNobody();
    await runBackstory(folder, ['migrate']);
    const halfWay = openNodeSqlite(join(folder, FILE));
    onTestFinished(() => halfWay.close());
    halfWay.prepare('delete from conversations').run([]);
    expect(owners(folder)).toEqual({ [FILE]: NOBODY, [`${FILE}-shm`]: NOBODY, [`${FILE}-wal`]: NOBODY });
  });

  it.each([FILE, 'service.lock'])(
    'is told of a %s that is not the service’s, and so is the service',
    async (name) => {
      const folder = folderOfNobody();
      await runBackstory(folder, ['restore', backup]);
      chownSync(join(folder, name), 0, 0);
      const doctor = await runBackstory(folder, ['doctor']);
      expect(doctor.said).toMatch(new RegExp(`^warning +${join(folder, name)} belongs to another user`, 'm'));
      const service = oneSentence(await runBackstory(folder, START, AS_NOBODY));
      expect(service).toMatch(
        new RegExp(
          `${join(folder, name)} (cannot|may not) be (opened|written); give it to the user that runs`,
        ),
      );
    },
  );
});

/** A disk of a few hundred kilobytes, where the system lets one be made without anybody’s leave. */
const UNSHARE = isRoot ? '-m' : '-rm';
const canMount =
  spawnSync('sh', ['-c', `unshare ${UNSHARE} mount -t tmpfs tmpfs /tmp`], { stdio: 'ignore' }).status === 0;

describe('a disk without room', { timeout: 60_000 }, () => {
  it.skipIf(!canMount)('is told of, and the data stays as it is', async () => {
    const [folder, disk] = [copied(), join(temporaryFolder(), 'disk')];
    mkdirSync(disk);
    const onDisk = `exec unshare ${UNSHARE} sh -c 'mount -t tmpfs -o size=300k tmpfs ${disk} &&
      cp ${folder}/${FILE} ${disk} && { head -c 400k /dev/zero > ${disk}/filler 2>/dev/null; "$@"; code=$?; } &&
      cmp ${disk}/${FILE} ${folder}/${FILE} >&2 && exit $code' sh "$@"`;
    const ran = await Promise.all(
      [START, verb.backup(), verb.restore()].map((args) => runBackstory(disk, args, onDisk)),
    );
    for (const each of ran)
      expect(oneSentence(each)).toContain(`the disk under ${disk} is full; make room on it`);
  });

  it('or a limit on files is told of, and the same goes well with more', async () => {
    const folder = join(temporaryFolder(), 'new');
    const limited = await runBackstory(folder, ['migrate'], 'ulimit -f 50 && exec "$@"');
    expect(oneSentence(limited)).toMatch(/the disk under \S+new (fails to read or write|is full); /);
    expect(await runBackstory(folder, ['migrate'])).toMatchObject({ code: 0 });
  });
});

describe('a file for a backup', { timeout: 60_000 }, () => {
  it('that cannot be is told of, and nothing is made', async () => {
    const nowhere = join(temporaryFolder(), 'no', 'file');
    const folder = temporaryFolder();
    const [lost, isFolder, missing] = await Promise.all([
      runBackstory(sound, ['backup', nowhere]),
      runBackstory(sound, ['backup', folder]),
      runBackstory(join(folder, 'data'), ['restore', nowhere]),
    ]);
    expect(oneSentence(lost as Ran)).toMatch(/there is no folder \S+no; make it, or name a file elsewhere/);
    expect(oneSentence(isFolder as Ran)).toContain(`${folder} is a folder; name a file`);
    expect(oneSentence(missing as Ran)).toContain('there is no folder');
    expect([existsSync(join(folder, 'data')), readdirSync(folder)]).toEqual([false, []]);
  });
});
