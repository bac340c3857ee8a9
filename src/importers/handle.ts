// Who decides by hand, and why.
import type { Fault } from '../errors.js';

/** What is wrong with a handle and a note. A handle tells people apart without telling who they are, and is no program’s. */
export function handleFaults(by: string, note: string): Fault[] {
  const faults: Fault[] = [];
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(by))
    faults.push({
      expected: 'a handle of lower-case letters, digits and hyphens, such as editor-2',
      got: by || 'nothing',
    });
  if (['importer', 'seed'].includes(by))
    faults.push({ expected: 'the handle of a person', got: `${by}, which is a program’s` });
  if (note.trim() === '') faults.push({ expected: 'why, in words', got: 'nothing' });
  return faults;
}
