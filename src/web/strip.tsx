// All councils of a comparison on one recommendation as a strip: how many hold what, and how many are empty in
// which way, in the grounds of the visual language. The words beside it say the same counts.
import type { VNode } from 'preact';
import { basis, direction, evidenceState } from '../domain/vocabulary.js';
import { cellMarks, type Stance } from './cell.js';
import { Patterns, patternOf } from './patterns.js';

type Marks = Readonly<Record<string, string>>;

/** The strip; `name` sets its patterns apart from those of other strips on the page. */
export function Strip({ cells, name }: { cells: readonly Stance[]; name: string }): VNode | null {
  if (cells.length === 0) return null;
  const marks = cells.toSorted(bySort).map(cellMarks);
  const groups = [...Map.groupBy(marks, (each) => JSON.stringify(each)).values()];
  const step = 400 / cells.length;
  let x = 0;
  return (
    <svg class="strip" viewBox="0 0 400 16" preserveAspectRatio="none" aria-hidden="true">
      <Patterns of={marks} prefix={name} />
      {groups.map((group) => {
        const [first] = group as [Marks, ...Marks[]];
        const box = { x, y: 1, width: group.length * step, height: 14 };
        x += box.width;
        const pattern = patternOf(first);
        return (
          <g key={x} class="area" {...first}>
            <rect class="ground" {...box} />
            {pattern ? <rect fill={`url(#${name}-${pattern})`} {...box} /> : null}
          </g>
        );
      })}
    </svg>
  );
}

// As the vocabularies list them, so that strips can be compared by eye.
function bySort(a: Stance, b: Stance): number {
  return rank(a) - rank(b);
}

function rank({ evidenceState: state, position }: Stance): number {
  if (!position) return 1000 + evidenceState.values.indexOf(state);
  return direction.values.indexOf(position.direction) * 10 + basis.values.indexOf(position.basis);
}
