import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

/** A server in a process of its own. */
export class Serving {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** @param file what the process runs; it ends with `answerParent` */
  static async start(file: string): Promise<Serving> {
    const child = fork(new URL(file, import.meta.url), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    return new Serving(child, await numberFrom(child));
  }

  /** Milliseconds of processor time it has used. */
  async busy(): Promise<number> {
    this.#child.send('busy');
    return numberFrom(this.#child);
  }

  stop(): void {
    this.#child.kill();
  }
}

async function numberFrom(child: ChildProcess): Promise<number> {
  const [number] = z
    .tuple([z.number()])
    .rest(z.unknown())
    .parse(await once(child, 'message'));
  return number;
}
