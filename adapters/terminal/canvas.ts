import { createPaint, wantsColour } from './paint.ts';
import type { Canvas } from './render-reply.ts';
import type { Terminal } from './terminal.ts';

/** The widest a line of text is pleasant to read; wider windows are not filled. */
const WIDEST = 80;

/** The canvas of an output at this moment: a window may be resized. */
export function canvasOf({ output, env }: Pick<Terminal, 'output' | 'env'>): Canvas {
  const width = Math.min(output.columns ?? WIDEST, WIDEST);
  return { width, paint: createPaint(wantsColour(output, env)) };
}
