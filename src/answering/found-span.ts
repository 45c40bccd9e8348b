/** The short answer in a sentence: offsets within its text. */
export interface FoundSpan {
  readonly from: number;
  readonly to: number;
  /** Score of the likeliest stretch, unscaled, for comparing sentences. */
  readonly score: number;
}
