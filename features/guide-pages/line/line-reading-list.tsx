import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { readingsOfLine } from '../words/reading-uses.ts';
import { LinePart } from './line-part.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
}

/** The points of the text that can be read in two ways, and how the data reads them by default. */
export function LineReadingList({ guide, line }: Props) {
  const rested = readingsOfLine(guide, line);
  const readings = guide.guide.readings.filter((r) => rested.has(r.id));
  if (readings.length === 0) return null;
  return (
    <LinePart
      name="所依据的条文理解"
      aside={
        <Link to="/guide/readings" search={{ line: line.id }}>
          含另解
        </Link>
      }
    >
      <ul className="guide-points">
        {readings.map((r) => (
          <li key={r.id}>
            <Link to="/guide/readings" search={{}} hash={r.id}>
              {r.id}
            </Link>{' '}
            {r.point}：{r.standard}。
          </li>
        ))}
      </ul>
    </LinePart>
  );
}
