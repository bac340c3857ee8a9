// A validator reads a finished snapshot as a stranger would, with a tool that did not write it, and says what it
// checked, on which hash, and what it found.
import type { Manifest } from '../exporters/manifest.js';

/** What a check gave: `skipped` where something it needs is missing, `not_run` where it was not asked for. */
export type Status = 'passed' | 'failed' | 'skipped' | 'not_run';

/** A snapshot's folder with its manifest; `folder` may still be a staging folder. */
export interface SnapshotFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly manifestHash: string;
}

/** What a validator found: its problems, or why it could not run. */
export type Outcome =
  | { readonly tool: string; readonly checked: string; readonly sha256: string; readonly problems: string[] }
  | { readonly skipped: string };

/** One way to check a snapshot. */
export interface Validator {
  readonly name: string;
  /** What it holds the snapshot to, as one sentence. */
  readonly checks: string;
  /** Whether every publication runs it; the heavier ones run in CI and on demand. */
  readonly nightly: boolean;
  run(snapshot: SnapshotFolder, profiles: string | undefined): Promise<Outcome>;
}

/** A package that only validators need, or null where it is not installed. */
export async function optionalPackage<T>(name: string): Promise<T | null> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** Why a validator without its packages is skipped, and how to get them. */
export function lacking(...packages: string[]): Outcome {
  return { skipped: `${packages.join(', ')} not installed; install with: npm ci --include=dev` };
}

/** Why a validator without the official profiles is skipped. */
export const withoutProfiles: Outcome = {
  skipped: 'needs the official profiles; name their folder with --profiles',
};
