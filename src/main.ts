import { parseArgs } from 'node:util';
import { createChat } from './chat/create-chat.ts';
import { converse } from './cli/chat-verb.ts';
import { Failure } from './cli/failure.ts';
import { openStories, settingsOf } from './cli/open-library.ts';
import { stdinUse } from './cli/stdin-use.ts';
import type { Verb } from './cli/world.ts';

/** `start [--no-chat]`: every adapter that has its settings; at present the terminal. */
export const startVerb: Verb = async (args, world) => {
  const { values } = parseArgs({ args: [...args], options: { 'no-chat': { type: 'boolean' } } });
  const { tokensSet } = settingsOf(world);
  const use = stdinUse({
    isTTY: world.input.isTTY === true,
    noChat: values['no-chat'] === true,
    tokenSet: tokensSet.length > 0,
  });
  if (use === 'none') {
    const set =
      tokensSet.length > 0
        ? `${tokensSet.join(', ')} set, but this version serves the terminal only`
        : 'there is no terminal to talk in and no platform token is set';
    throw new Failure(1, `backstory: nothing to start: ${set}`);
  }
  await converse(createChat({ stories: await openStories(world, { watch: true }) }), world);
  return 0;
};
