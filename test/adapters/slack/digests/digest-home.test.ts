import { beforeEach, describe, expect, it } from 'vitest';
import { DIGEST } from './fake-desk.ts';
import { useAsking } from './use-asking.ts';

describe('digests in the App Home', () => {
  const { ada, desk, placed, rig, submit } = useAsking();

  const home = () => JSON.stringify(rig().double.state.workspace.homes.get(ada().user.id));
  const pressHome = async (label: string) => {
    const pattern = new RegExp(`"text":"${label.replace('?', '\\?')}","emoji":false},"value":"([^"]+)"`);
    const value = pattern.exec(home())?.[1];
    if (value === undefined) throw new Error(`no button "${label}"`);
    await ada().pressInView(
      { id: 'home', type: 'home' },
      { type: 'button', action_id: 'chat.0', block_id: 'b', value },
    );
    await rig().settled();
  };
  beforeEach(async () => {
    await ada().openHome();
    await rig().settled();
  });

  it('are listed, and removed there', async () => {
    expect(home()).toContain('Every story, every weekday at 08:00, Kyiv time');
    desk().own = [];
    await pressHome('Remove');
    expect(placed().destination).toMatchObject({ kind: 'person', id: ada().user.id });
    expect(
      rig()
        .double.said(ada().directChannel())
        .map(({ text }) => text),
    ).toEqual(['Noted.']);
    expect(home()).toContain('None yet.');
  });

  it('are begun and changed by the form, and shown at once', async () => {
    await pressHome('Subscribe');
    desk().own = [{ id: DIGEST, label: 'A new one' }];
    await submit();
    expect(desk().asked.at(-1)).toMatchObject({
      intent: { kind: 'subscribe' },
      place: { destination: { kind: 'person', id: ada().user.id } },
    });
    expect(home()).toContain('A new one');
    await pressHome('Change');
    expect(desk().formsFor.at(-1)).toEqual({ verb: 'change', subscription: DIGEST });
  });
});
