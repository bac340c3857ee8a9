const oldest = [22, 17] as const;

/** Ends the process with advice where Node is too old to run the program. */
export function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `Open Motions needs Node ${oldest.join('.')} or later, and this is ${version}.\n` +
      'Run it through npm (npm start, npm run -s cli -- <command>): npm ci installs a Node of its own for that.\n' +
      'Where it could not (npm ci --omit=optional, or no build for this machine), install Node 26 from https://nodejs.org.',
  );
  process.exit(1);
}
