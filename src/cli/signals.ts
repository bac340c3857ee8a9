/** Ctrl-C under npm arrives twice, from the terminal and from npm; a person needs longer for a second one. */
const sameSignal = 500;

/** Aborted by the first SIGINT or SIGTERM, on which work ends gracefully; the second one ends it at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const receive = (signal: NodeJS.Signals) => {
    if (!controller.signal.aborted) {
      first = Date.now();
      process.stderr.write(`\n${signal}: stopping; once more to stop at once.\n`);
      controller.abort();
    } else if (Date.now() - first > sameSignal) process.exit(1);
  };
  process.on('SIGINT', receive).on('SIGTERM', receive);
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
