import type { Verb } from './world.ts';
export const checkVerb: Verb = async () => 1;
