import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { diagnose, type Examined } from '../../src/cli/doctor-verb.ts';
import { Failure } from '../../src/cli/failure.ts';
import type { World } from '../../src/cli/world.ts';
import { doctorVerb, startVerb } from '../../src/main.ts';
import type { Finding } from '../../src/ops/finding.ts';
import type { Log } from '../../src/ops/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { Desk } from '../support/command-desk.ts';
import { BRIDGE } from '../support/stories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const quiet = () => undefined;
const silentLog: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** A real server; `.ci/with-postgres` sets it. */
const SERVER = process.env['TEST_DATABASE_URL'];

const desk = new Desk();
afterAll(() => desk.clear());

const part = (what: string, ...findings: readonly Finding[]): Examined => ({
  what,
  load: async () => async () => findings,
});

async function doctor(env: Record<string, string>, ...parts: readonly Examined[]) {
  return examined(env, (world) => diagnose([], world, { judged: {}, parts }));
}

/** The command as it is run: with every platform there is. */
const wholeDoctor = (env: Record<string, string>) => examined(env, (world) => doctorVerb([], world));

async function examined(env: Record<string, string>, examine: (world: World) => Promise<number>) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const code = await examine({
    env: { STORIES_DIR: desk.folder, BACKSTORY_DATA: join(desk.folder, 'data'), ...env },
    folder: desk.folder,
    input: Readable.from([]),
    output,
    errors,
    now: Date.now,
    terminal: () => Promise.reject(new Error('no terminal here')),
  });
  const text = async (stream: PassThrough) => (await stream.end().toArray()).map(String).join('');
  return { code, said: await text(output), complained: await text(errors) };
}

/** Something that answers every request so. */
async function siteThatSays(body: string): Promise<string> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('backstory doctor', () => {
  it('is content with stories and nothing else', async () => {
    const { code, said } = await doctor({});
    expect(code).toBe(0);
    expect(said).toContain('fine     1 story to talk about\n');
    expect(said).not.toContain('problem');
  });

  it('tells every part’s findings, and goes on past a part that cannot be looked at', async () => {
    const broken: Examined = { what: 'Discord', load: () => Promise.reject(new Error('no such module')) };
    const { code, said } = await doctor(
      {},
      broken,
      part('Slack', { level: 'warning', what: 'lacks a scope' }),
    );
    expect(code).toBe(1);
    expect(said).toContain('problem  Discord could not be looked at: no such module\n');
    expect(said).toContain('warning  lacks a scope\n');
  });

  it('looks at the data without making any, and says what is wrong with it', async () => {
    const none = join(desk.folder, 'none-yet');
    expect((await doctor({ BACKSTORY_DATA: none })).said).toMatch(/^fine .*no data in .*none-yet yet/m);
    expect(existsSync(none)).toBe(false);
    const file = join(desk.folder, 'a-file');
    writeFileSync(file, '');
    const underFile = await doctor({ BACKSTORY_DATA: join(file, 'data') });
    expect(underFile.code).toBe(1);
    expect(underFile.said).toMatch(/^problem .*must be a folder.*BACKSTORY_DATA/m);
  });

  it('tells that a running service has the data, which is no trouble', async () => {
    const folder = join(desk.folder, 'in-use');
    const options = { log: silentLog, now: Date.now(), asService: true };
    const service = await openStore({ kind: 'folder', folder }, options);
    const during = await doctor({ BACKSTORY_DATA: folder });
    expect(during.code).toBe(0);
    expect(during.said).toMatch(
      new RegExp(`^fine .*used by a running Backstory service \\(process ${process.pid} on `, 'm'),
    );
    await service.close();
    expect((await doctor({ BACKSTORY_DATA: folder })).said).not.toContain('running');
  });

  it.skipIf(!SERVER)('tells what a database server runs, and that it is new enough', async () => {
    const { code, said } = await doctor({ DATABASE_URL: SERVER ?? '' });
    expect(code).toBe(0);
    expect(said).toMatch(/^fine +postgres:.* runs PostgreSQL \d+[^,]*, which is new enough/m);
    expect(said).toMatch(/^fine +(?:there is no data in|the data in) postgres:/m);
  });

  it.skipIf(!SERVER)('tells that a database server lacks the database, or refuses who asks', async () => {
    const elsewhere = Object.assign(new URL(SERVER ?? ''), { pathname: '/atlantis' });
    const { code, said } = await doctor({ DATABASE_URL: elsewhere.href });
    expect(code).toBe(1);
    expect(said).toMatch(/^problem .*no such database.*DATABASE_URL/m);
  });

  it('gives a database server that never answers up within seconds', { timeout: 15_000 }, async () => {
    const mute = createTcpServer(() => undefined).listen(0, '127.0.0.1');
    onTestFinished(() => void mute.close());
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const { code, said } = await doctor({ DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/news` });
    expect(code).toBe(1);
    expect(said).toMatch(/^problem .*does not answer; check DATABASE_URL/m);
  });

  it('tells of a database server that is not there, without the password', async () => {
    const { code, said } = await doctor({ DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/news' });
    expect(code).toBe(1);
    expect(said).toMatch(/^problem .*nothing answers at .*DATABASE_URL/m);
    expect(said).not.toContain('hunter2');
  });

  it('tells a wrong setting once, without its value', async () => {
    const { code, said } = await doctor({ BACKSTORY_PORT: 'seven', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said.match(/BACKSTORY_PORT/g)).toHaveLength(1);
    expect(said.match(/LOG_LEVEL/g)).toHaveLength(1);
    expect(said).not.toMatch(/seven|loud/);
  });

  it.each<[Record<string, string>, readonly string[]]>([
    [{ WEB_PROXIES: '12' }, ['WEB_PROXIES']],
    [{ SLACK_API_URL: 'zz' }, ['SLACK_API_URL']],
    [{ DISCORD_SHARDS: '3-1', DISCORD_SHARD_COUNT: '2' }, ['DISCORD_SHARDS']],
    [{ BACKSTORY_OPS_PORT: '3000' }, ['BACKSTORY_OPS_PORT']],
    [
      { PUBLIC_URL: 'news', LOG_LEVEL: 'loud', DISCORD_GUILD_ID: 'mine', SLACK_DIGEST_ADMINS_ONLY: 'maybe' },
      ['PUBLIC_URL', 'LOG_LEVEL', 'DISCORD_GUILD_ID', 'SLACK_DIGEST_ADMINS_ONLY'],
    ],
  ])('finds all that start would refuse, and says it in the same words: %o', async (env, names) => {
    const refused = await examined(env, (world) => startVerb(['--no-chat'], world)).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof Failure)) throw new Error('start refused nothing');
    expect(refused.lines.map((line) => line.split(' ')[1]).sort()).toEqual([...names].sort());
    const { code, said } = await wholeDoctor(env);
    expect(code).toBe(1);
    const problems = said.split('\n').filter((line) => line.startsWith('problem '));
    expect(problems).toEqual(refused.lines.map((line) => line.replace('backstory:', 'problem ')));
  });

  it('warns of each story file that cannot be used, and counts the others', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'good.md'), BRIDGE);
    writeFileSync(join(folder, 'bad-yaml.md'), '---\ntitle: [\n---\n\nA story.\n');
    writeFileSync(join(folder, 'empty.md'), '');
    const { code, said, complained } = await doctor({ STORIES_DIR: folder });
    expect(code).toBe(0);
    expect(complained).toBe('');
    const warnings = said.split('\n').filter((line) => line.startsWith('warning '));
    expect(warnings).toHaveLength(2);
    for (const file of ['bad-yaml.md', 'empty.md']) {
      expect(said).toMatch(new RegExp(`^warning  left out: \\S+${file}.*: `, 'm'));
    }
    expect(said).toContain('fine     1 story to talk about\n');
  });

  it('says where it talks when no platform is switched on', async () => {
    expect((await doctor({})).said).toMatch(/^fine .*no platform token is set: .*on the page/m);
  });

  it('warns that behind a proxy all readers would count as one, unless it is told how many there are', async () => {
    const PUBLIC_URL = await siteThatSays('{"status":"ok"}');
    expect((await wholeDoctor({ PUBLIC_URL })).said).toMatch(/^warning .*WEB_PROXIES is not set/m);
    for (const WEB_PROXIES of ['0', '1']) {
      expect((await wholeDoctor({ PUBLIC_URL, WEB_PROXIES })).said).not.toContain('WEB_PROXIES');
    }
    expect((await wholeDoctor({})).said).not.toContain('WEB_PROXIES');
  });

  it('warns of what everybody could see', async () => {
    expect((await doctor({ BACKSTORY_HOST: '0.0.0.0' })).said).toMatch(/^warning .*BACKSTORY_OPS_PORT/m);
    expect((await doctor({ LOG_QUESTIONS: 'true' })).said).toMatch(/^warning .*LOG_QUESTIONS/m);
    const apart = { BACKSTORY_HOST: '0.0.0.0', BACKSTORY_OPS_PORT: '9464' };
    expect((await doctor(apart)).said).not.toContain('warning');
  });

  it('asks whether it is the service that answers at PUBLIC_URL', async () => {
    const ours = await siteThatSays('{"status":"ok"}');
    expect((await doctor({ PUBLIC_URL: ours })).said).toContain(`fine     the service answers at ${ours}`);
    const others = await siteThatSays('<h1>Welcome to nginx</h1>');
    expect((await doctor({ PUBLIC_URL: others })).said).toMatch(/^warning .*PUBLIC_URL.*status 200/m);
    expect((await doctor({ PUBLIC_URL: 'http://127.0.0.1:1' })).said).toMatch(/^warning .*nothing of ours/m);
  });
});
