import type { Destination } from '../../../src/chat/destination.ts';

/** By which a process reaches the platforms of a round: its argument, as JSON. */
export type Door =
  | { readonly kind: 'plain'; readonly url: string }
  | { readonly kind: 'discord'; readonly apiUrl: string; readonly token: string }
  | { readonly kind: 'slack'; readonly apiUrl: string; readonly token: string };

/** Where one digest of a wave goes. */
export interface Target {
  readonly destination: Destination;
  /** Whether the platform can be asked what arrived there: then nothing is ever uncertain. */
  readonly canBeAsked: boolean;
}

/** A message that somebody sees, and where. */
export interface Seen {
  readonly platform: Destination['platform'];
  readonly place: string;
  readonly text: string;
}

/** The platforms of one round, in the process of the test: they outlive those that are killed. */
export interface CrashGround extends AsyncDisposable {
  readonly door: Door;
  readonly targets: readonly Target[];
  /** Requests that were made to go wrong so far. */
  faults(): number;
  seen(): readonly Seen[];
}

/** A kind of platform that crashes are tested against. */
export interface GroundKind {
  readonly name: string;
  /** @param wave digests of each platform @param random from 0 to 1 */
  open(wave: number, random: () => number): Promise<CrashGround>;
}
