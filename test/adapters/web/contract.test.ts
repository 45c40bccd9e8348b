import { describeAdapter, type Platform, type Seen } from '../../adapter-contract.ts';
import { readReply } from './read-turn.ts';
import { documentOf, post, type Rig, startRig } from './rig.ts';

describeAdapter('web', async (chat) => new WebPlatform(await startRig({ chat })));

/** One person with one page open, without scripts. */
class WebPlatform implements Platform {
  readonly #rig: Rig;
  /** What the form on the page carries. */
  #fields: Readonly<Record<string, string>> = {};
  #page: Document | undefined;
  #sent: Readonly<Record<string, string>> = {};
  readonly #calls: Promise<unknown>[] = [];

  constructor(rig: Rig) {
    this.#rig = rig;
  }

  /** Stopped as the service stops it: the answer given is on its way when the page is told to stop. */
  get adapter() {
    const { web } = this.#rig;
    const stop = async () => {
      await web.stop();
      await Promise.all(this.#calls);
    };
    return { ...web, stop };
  }

  say(text: string): Promise<Seen> {
    return this.#send({ said: text });
  }

  press(label: string): Promise<Seen> {
    const buttons = [...(this.#page?.querySelectorAll('button.action') ?? [])];
    const button = buttons.find((each) => each.textContent === label);
    if (!button) throw new Error(`there is no button ${label}`);
    return this.#send({ press: button.getAttribute('value') ?? '' });
  }

  pressForged(press: string): Promise<Seen> {
    return this.#send({ press });
  }

  call(text: string): void {
    this.#calls.push(this.#send({ said: text }).catch(() => {}));
  }

  /** What other sites and their scripts send. */
  botsSay(said: string): void {
    void post(this.#rig, { said }, { origin: 'https://elsewhere.example' });
    void post(this.#rig, { said }, { 'sec-fetch-site': 'cross-site' });
  }

  async redeliver(): Promise<void> {
    await this.#load(this.#sent);
  }

  count(): number {
    return this.#page?.querySelectorAll('.turn').length ?? 0;
  }

  refused(): readonly string[] {
    return [];
  }

  stop(): Promise<void> {
    return this.#rig.stop();
  }

  async #send(more: Readonly<Record<string, string>>): Promise<Seen> {
    this.#sent = { ...this.#fields, ...more };
    const page = await this.#load(this.#sent);
    const turn = page.querySelector('.turn:last-child');
    if (!turn) throw new Error(page.body.textContent ?? '');
    const reply = turn.querySelector('.reply');
    return {
      text: reply ? readReply(reply) : '',
      buttons: [...turn.querySelectorAll('button')].map((button) => button.textContent ?? ''),
      // A page notifies nobody; what it must not do is run or load anything of a story's.
      notifies: turn.querySelector('script, img, iframe, style, object, [onclick], [style]') !== null,
    };
  }

  async #load(fields: Readonly<Record<string, string>>): Promise<Document> {
    const response = await post(this.#rig, fields);
    const page = await documentOf(response);
    if (response.status !== 200) throw new Error(`refused: ${response.status}`);
    this.#page = page;
    const hidden = page.querySelectorAll('#ask-form input[type=hidden]');
    this.#fields = Object.fromEntries(
      [...hidden].map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    );
    return page;
  }
}
