import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../adapters/slack/incoming/read-text.ts';

describe('what somebody wrote on Slack', () => {
  it.each([
    ['<@UBOT> who is psaki?', 'who is psaki?'],
    ['<@UBOT|backstory> hi <@U1|ada> and <@U2>', 'hi @ada and'],
    ['in <#C1|general> or <#C2>', 'in #general or #C2'],
    ['<!here> <!subteam^S1|@news> <!date^1^{date}|Friday>', '@news Friday'],
    ['see <https://x.org/a|this> and <https://x.org/b>', 'see this and https://x.org/b'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;', '1 < 2 && 3 > 2 &lt;'],
    ['&lt;!channel&gt;', '<!channel>'],
    ['<unclosed', '<unclosed'],
    ['<>', ''],
  ])('%j is read as %j', (written, meant) => {
    expect(readText(written, 'UBOT')).toBe(meant);
  });

  it('is read in no time, whatever it is', () => {
    for (const long of [
      '<'.repeat(40_000),
      '<@'.repeat(20_000),
      `<${'|'.repeat(39_000)}>`,
      '&amp;'.repeat(8000),
    ]) {
      const before = performance.now();
      readText(long, 'UBOT');
      expect(performance.now() - before).toBeLessThan(100);
    }
    fc.assert(fc.property(fc.string(), (text) => typeof readText(text, 'U') === 'string'));
  });
});
