/** One part of `npm run bench`: it measures, compares and says how far its goals were met. */
export interface Section {
  readonly name: string;
  run(options: Options): Promise<Report>;
}

export interface Options {
  /** Fewer runs: for a look, not for a figure to quote. */
  readonly quick: boolean;
}

export interface Report {
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
}

/** Rows of figures under one heading; every row has a cell for each column, `undefined` where it has none. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: string;
  readonly cells: readonly (number | undefined)[];
}

/** A figure that should not be exceeded. It is told, never enforced: another machine has other figures. */
export interface Goal {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
  readonly unit: string;
}

/** Whether a goal was met. */
export function isMet({ measured, atMost }: Goal): boolean {
  return measured <= atMost;
}
