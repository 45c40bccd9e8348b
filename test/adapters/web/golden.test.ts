import { expect, test } from 'vitest';
import { renderTurn } from '../../../adapters/web/rendering/render-turn.ts';
import { GOLDEN_CONVERSATION, goldenChat } from '../../support/golden.ts';
import { asker, MORNING } from '../../support/stories.ts';

test('the golden conversation looks on the page as it is kept in golden/web.txt', async () => {
  const chat = goldenChat();
  const shown: string[] = [];
  for (const [number, said] of GOLDEN_CONVERSATION.entries()) {
    const who = asker({ platform: 'web' });
    const reply = await chat.handle({ asker: who, intent: { kind: 'say', text: said }, at: MORNING });
    const story = { slug: 'us-russia-ukraine-crisis', version: 1 };
    const turn = renderTurn({ number, said, reply }, { encoder: chat, shown: story, newest: true });
    shown.push(String(await turn).replaceAll('><', '>\n<'));
  }
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('../../golden/web.txt');
});
