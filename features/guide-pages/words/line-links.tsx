import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly guide: CheckedGuide;
  readonly ids: readonly string[];
}

/** Lines by their titles, each a way to its text. */
export function LineLinks({ guide, ids }: Props) {
  return (
    <span className="guide-words">
      {ids.map((id) => (
        <Link key={id} to="/guide/lines/$line" params={{ line: id }}>
          {guide.lines.find((l) => l.id === id)?.title ?? id}
        </Link>
      ))}
    </span>
  );
}
