/** What somebody typed, understood, or a sentence that says what is wrong with it and how to write it. */
export type Read<Value> = Value | { readonly problem: string };

export function isProblem<Value extends object>(read: Read<Value>): read is { readonly problem: string } {
  return 'problem' in read;
}
