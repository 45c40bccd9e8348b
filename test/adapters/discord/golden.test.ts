import { expect, test } from 'vitest';
import { renderReply } from '../../../adapters/discord/rendering/render-reply.ts';
import { checkBody } from '../../doubles/discord/check-body.ts';
import { sketchMessage } from '../../doubles/discord/sketch-message.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { asker, MORNING } from '../../support/stories.ts';

test('the golden conversation looks on Discord as it is kept in golden/discord.txt', async () => {
  const chat = goldenChat();
  const shown: string[] = [];
  for (const said of GOLDEN_CONVERSATION) {
    const reply = await chat.handle({ asker: asker(), intent: { kind: 'say', text: said }, at: MORNING });
    const messages = renderReply(reply, { chat });
    for (const message of messages) checkBody('message', message);
    shown.push(`> ${said}`, ...messages.map(sketchMessage));
  }
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('../../golden/discord.txt');
});
