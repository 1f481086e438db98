import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly guide: CheckedGuide;
  readonly ids: readonly string[];
}

/** Readings by their numbers, each a way to what it says. */
export function ReadingLinks({ guide, ids }: Props) {
  return (
    <span className="guide-words">
      {ids.map((id) => (
        <Link
          key={id}
          to="/guide/readings"
          search={{}}
          hash={id}
          title={guide.guide.readings.find((r) => r.id === id)?.point}
        >
          {id}
        </Link>
      ))}
    </span>
  );
}
