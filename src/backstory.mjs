#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Compiled code is kept between runs, in the system's temporary folder: half of a short command's time. Plain
// JavaScript, since reading this one file as TypeScript would load Node's stripper, another fifth.
enableCompileCache();
await import('./cli.ts');
