// The grounds of the visual language for drawings: the same hatching that style/language.css gives to cells.
import type { VNode } from 'preact';

type Marks = Readonly<Record<string, string>>;

/** The name of the pattern for a state as marked; null where the ground alone shows it. */
export function patternOf(marks: Marks): string | null {
  const { 'data-state': state, 'data-direction': direction, 'data-reach': reach } = marks;
  if (state === 'found') return reach === 'itself' ? null : `${direction}-${reach}`;
  return state === 'silent' || state === 'not_searched' ? null : `${state}`;
}

const lines: Readonly<Record<string, string>> = {
  part: 'M-2 10 10-2M3 15 15 3M-7 5 5-7',
  together: 'M-2 10 10-2M6 18 18 6',
  not_adopted: 'M0 3H16M0 11H16',
  source_unavailable: 'M0 0 16 16M16 0 0 16',
};

/** The definitions of every pattern that these marks need, once each. */
export function Patterns({ of, prefix }: { of: readonly Marks[]; prefix: string }): VNode {
  const needed = new Map(of.flatMap((marks) => entry(marks)));
  return (
    <defs>
      {[...needed].map(([name, marks]) => (
        <pattern
          key={name}
          id={`${prefix}-${name}`}
          width={marks['data-reach'] === 'part' ? 10 : 16}
          height={marks['data-reach'] === 'part' ? 10 : 16}
          patternUnits="userSpaceOnUse"
          {...marks}
        >
          <Tile marks={marks} />
        </pattern>
      ))}
    </defs>
  );
}

function entry(marks: Marks): [string, Marks][] {
  const name = patternOf(marks);
  return name === null ? [] : [[name, marks]];
}

function Tile({ marks }: { marks: Marks }): VNode {
  const kind = marks['data-reach'] ?? marks['data-state'] ?? '';
  if (kind === 'searched_none_found') return <path class="dots" d="M2.5 4h3v3h-3ZM10.5 12h3v3h-3Z" />;
  return <path class={`lines ${kind}`} d={lines[kind] ?? ''} />;
}
