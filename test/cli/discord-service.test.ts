import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiscordDouble, startDiscordDouble } from '../doubles/discord/discord-double.ts';
import { readMessage } from '../doubles/discord/read-message.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CLI = path.join(import.meta.dirname, '../../src/backstory.mjs');

/** The command as an operator runs it, in a process of its own. */
describe('backstory with Discord', { timeout: 30_000 }, () => {
  let discord: DiscordDouble;
  let running: ChildProcess | undefined;
  beforeEach(async () => {
    discord = await startDiscordDouble();
  });
  afterEach(async () => {
    running?.kill('SIGKILL');
    await discord.stop();
  });

  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: {
        PATH: process.env['PATH'],
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        BACKSTORY_PORT: '0',
        BACKSTORY_DATA: temporaryFolder(),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
    return { child, ended: once(child, 'exit'), said: () => said };
  };

  it('starts, answers, finishes what is running at SIGTERM, and ends well', async () => {
    const guild = discord.world.addGuild('Newsroom');
    const channel = discord.world.addChannel(guild, 'desk');
    const ann = discord.world.addPerson('Ann');
    const { child, ended, said } = run(['start']);
    await once(discord.gateway, 'ready');
    const asked = discord.people.say(ann, channel, `<@${discord.world.bot.id}> who is Jen Psaki?`);
    const answer = await discord.people.replyTo(asked);
    expect(readMessage(answer.body).text).toContain('Psaki');
    child.kill('SIGTERM');
    expect((await ended)[0], said()).toBe(0);
    expect(discord.issues()).toEqual([]);
    expect(said()).not.toContain(discord.token);
  });

  it('ends with a sentence when the token is wrong', async () => {
    const { ended, said } = run(['start'], { DISCORD_TOKEN: 'MTIz.AAAAAA.wrong' });
    expect((await ended)[0]).toBe(1);
    expect(said()).toContain('backstory: Discord refused DISCORD_TOKEN');
  });

  it('registers commands, and is told to be used rightly', async () => {
    const dry = run(['discord', 'register', '--dry-run']);
    expect((await dry.ended)[0]).toBe(0);
    expect(dry.said()).toContain('+ ask\n');
    const wrong = run(['discord', 'register', '--guild', 'Newsroom']);
    expect((await wrong.ended)[0]).toBe(2);
  });

  it('examines itself', async () => {
    const doctor = run(['doctor']);
    expect((await doctor.ended)[0]).toBe(0);
    expect(doctor.said()).toContain('fine     Discord accepts DISCORD_TOKEN');
    expect(doctor.said()).toContain('https://discord.com/oauth2/authorize?');
  });
});
