// Runs under whatever Node npm found, so it stays plain JavaScript that an old Node can read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major >= 26;
if (!fits) {
  console.error(
    `Backstory needs Node 22.18, 24.11 or 26 and newer; this is ${process.versions.node}.\n` +
      'On Linux (x64, arm64) `npm ci` brings the right one along: run it once without --omit=optional.\n' +
      'Elsewhere install Node 24 from https://nodejs.org and try again.',
  );
  process.exit(1);
}
