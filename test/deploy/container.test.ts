import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSlackDouble } from '../doubles/slack/slack-double.ts';
import { readDockerfile } from './dockerfile.ts';
import { installedPackages } from './installed-packages.ts';

/** There is no engine to build the image with here: what it would hold is put together and run as it would be. */
const image = readDockerfile('Dockerfile');
const root = mkdtempSync(join(tmpdir(), 'backstory-image-'));
const app = join(root, 'app');
const data = join(root, 'data');
afterAll(() => rmSync(root, { recursive: true }));

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? String(address.port) : '';
}

/** Everything there is in a folder, by its path, but for the packages: of this checkout's those the image has. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => !path.startsWith('node_modules'))
    .sort();

describe('the image of the Dockerfile', { timeout: 60_000 }, () => {
  let running: ChildProcess;
  let env: Record<string, string>;
  let said = '';
  let double: Awaited<ReturnType<typeof startSlackDouble>>;
  let before: readonly string[];

  beforeAll(async () => {
    mkdirSync(app);
    mkdirSync(data);
    for (const path of image.copied) cpSync(path, join(app, basename(path)), { recursive: true });
    for (const name of installedPackages()) {
      const path = join('node_modules', name);
      mkdirSync(dirname(join(app, path)), { recursive: true });
      symlinkSync(resolve(path), join(app, path));
    }
    before = filesIn(app);
    double = await startSlackDouble();
    env = {
      ...image.env,
      PATH: process.env['PATH'] ?? '',
      BACKSTORY_HOST: '127.0.0.1',
      BACKSTORY_PORT: await freePort(),
      BACKSTORY_DATA: data,
      SLACK_BOT_TOKEN: 'xoxb-double',
      SLACK_SIGNING_SECRET: 'signing-secret',
      SLACK_API_URL: double.apiUrl,
    };
    const [, ...args] = image.command;
    // Node itself refuses every write but those into the data folder: as in a container that is read-only.
    const permissions = ['--permission', '--allow-fs-read=*', `--allow-fs-write=${data}`, '--allow-addons'];
    running = spawn(process.execPath, [...permissions, ...args], {
      cwd: app,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.stdout?.on('data', (text) => (said += text));
    running.stderr?.on('data', (text) => (said += text));
    await vi.waitFor(() => expect(said).toContain('"msg":"running"'), { timeout: 30_000 });
  });
  afterAll(async () => {
    running.kill('SIGKILL');
    await double.stop();
  });

  it('runs as somebody who is not root', () => {
    expect(image.user).toBe('node');
  });

  it('starts from what is copied, with only its data folder to write in, and is found healthy', async () => {
    const ready = async () => (await fetch(`http://127.0.0.1:${env['BACKSTORY_PORT']}/readyz`)).status;
    await vi.waitFor(async () => expect(await ready(), said).toBe(200), { timeout: 30_000 });
    const [, ...check] = image.healthCheck;
    // Asynchronous: the service has to answer meanwhile, and Slack's double is in this process.
    const checking = spawn(process.execPath, check, { env });
    expect((await once(checking, 'exit'))[0]).toBe(0);
    const wrong = spawnSync(process.execPath, check, { env: { ...env, BACKSTORY_PORT: '1' } });
    expect(wrong.status).toBe(1);
    expect(filesIn(app)).toEqual(before);
  });

  it('stops in order at SIGTERM', async () => {
    running.kill('SIGTERM');
    expect((await once(running, 'exit'))[0], said).toBe(0);
    expect(said).not.toMatch(/ERR_ACCESS_DENIED|EROFS|EACCES/);
  });
});
