/**
 * Preloaded into a measured process: at its end it writes to file 3, as JSON, the most memory it ever had in
 * bytes and the processor time it used in ms. Plain JavaScript: reading TypeScript would cost it more than Node itself.
 */
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ peak: maxRSS * 1024, busy: (userCPUTime + systemCPUTime) / 1000 }));
});
