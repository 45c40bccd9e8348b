import { readFileSync } from 'node:fs';

/** What the last stage of the Dockerfile says. */
export interface Image {
  /** Paths of the project that are copied. */
  readonly copied: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  readonly user: string | undefined;
}

/** Reads the Dockerfile as far as this project's uses the language. */
export function readDockerfile(file: string): Image {
  const text = readFileSync(file, 'utf8')
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ');
  const stages = text.split(/^(?=FROM )/m);
  const lines = (stages.at(-1) ?? '').split('\n').map((line) => line.trim());
  const all = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1).trim());
  return {
    copied: all('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(/\s+/).slice(0, -1)),
    env: Object.fromEntries(
      all('ENV').flatMap((rest) => rest.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
    ),
    command: JSON.parse(all('CMD')[0] ?? '[]'),
    healthCheck: JSON.parse(/CMD (\[.*\])/.exec(all('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]'),
    user: all('USER').at(-1),
  };
}
