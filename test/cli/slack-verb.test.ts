import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { buildManifest } from '../../adapters/slack/manifest.ts';
import { printManifest } from '../../src/cli/slack-verb.ts';
import type { World } from '../../src/cli/world.ts';

async function run(...args: string[]) {
  const output = new PassThrough();
  const world: Pick<World, 'output'> = { output };
  const code = await printManifest(args, world, async () => buildManifest);
  return { code, manifest: JSON.parse((await output.end().toArray()).map(String).join('')) };
}

describe('backstory slack manifest', () => {
  it('prints the settings for Socket Mode unless it is given an address', async () => {
    expect((await run('manifest')).manifest.settings.socket_mode_enabled).toBe(true);
    const { code, manifest } = await run('manifest', '--url', 'https://bot.example.org');
    expect([code, manifest.settings.socket_mode_enabled]).toEqual([0, false]);
    const both = await run('manifest', '--url', 'https://bot.example.org', '--socket');
    expect(both.manifest.settings.socket_mode_enabled).toBe(true);
    expect(both.manifest.oauth_config.redirect_urls).toEqual([
      'https://bot.example.org/slack/oauth_redirect',
    ]);
  });

  it.each([
    [],
    ['other'],
    ['manifest', 'more'],
    ['manifest', '--url', 'http://x.org'],
    ['manifest', '--url', 'x'],
  ])('is wrong use: %j', async (...args) => {
    await expect(run(...args)).rejects.toMatchObject({ exitCode: 2 });
  });
});
