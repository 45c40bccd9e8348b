import { expect, test } from 'vitest';
import { renderReply } from '../../../adapters/slack/render/render-reply.ts';
import type { Asker, ConversationKey } from '../../../src/chat/request.ts';
import { checkBlocks } from '../../doubles/slack/check-blocks.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { MORNING } from '../../support/stories.ts';

const ADA: Asker = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  user: 'U1',
  conversation: 'golden' as ConversationKey,
  manager: false,
};

test('the golden conversation looks on Slack as it is kept in golden/slack.txt', async () => {
  const chat = goldenChat();
  const shown: string[] = [];
  for (const said of GOLDEN_CONVERSATION) {
    const reply = await chat.handle({ asker: ADA, intent: { kind: 'say', text: said }, at: MORNING });
    const messages = renderReply(reply, chat).map(({ text, blocks }) => ({ text, blocks }));
    for (const { blocks } of messages) expect(checkBlocks(blocks)).not.toHaveProperty('error');
    shown.push(`> ${said}\n${JSON.stringify(messages, null, 1)}\n`);
  }
  await expect(shown.join('\n')).toMatchFileSnapshot('../../golden/slack.txt');
});
