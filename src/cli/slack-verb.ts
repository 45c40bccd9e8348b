import { parseArgs } from 'node:util';
import { wrongUse } from './failure.ts';
import { type World, write } from './world.ts';

/** Makes the settings of the Slack app, in Slack's form. */
export type MakeManifest = (options: { readonly url?: string; readonly socket: boolean }) => object;

/** `slack manifest [--url URL] [--socket]`: the app's settings, to paste where Slack makes an app. */
export async function printManifest(
  args: readonly string[],
  { output }: Pick<World, 'output'>,
  loadManifest: () => Promise<MakeManifest>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' }, socket: { type: 'boolean' } },
  });
  const [task, ...others] = positionals;
  if (task !== 'manifest' || others.length > 0) throw wrongUse('slack can do one thing: slack manifest');
  const { url, socket = url === undefined } = values;
  if (url !== undefined && (!URL.canParse(url) || new URL(url).protocol !== 'https:')) {
    throw wrongUse('--url takes the https address that Slack reaches the bot at');
  }
  const makeManifest = await loadManifest();
  const manifest = makeManifest({ socket, ...(url !== undefined && { url }) });
  await write(output, `${JSON.stringify(manifest, null, 2)}\n`);
  return 0;
}
