import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { LineLink } from './line-link.tsx';
import { MODE_NOTES } from './line-mode.ts';

interface Props {
  readonly guide: CheckedGuide;
  /** The address named a line the guide doesn't have. */
  readonly astray: boolean;
}

/** All lines, by category, in the guide's order. */
export function LineChooser({ guide, astray }: Props) {
  return (
    <>
      <div className="page-title">
        <h1>选择项目类别</h1>
        <p className="quiet">
          选一个项目类别，填写申报事实，即可看到是否符合、补助上限、还缺什么，以及每一条结论依据的条款。
        </p>
        {astray && <p role="alert">没有这个地址，请从下面选择项目类别。</p>}
      </div>
      {groupsOf(guide).map(({ number, title, lines }) => (
        <section key={number} className="category" aria-labelledby={`category-${number}`}>
          <h2 id={`category-${number}`}>
            {number}、{title}
          </h2>
          <ul className="line-list">
            {lines.map((line) => (
              <li key={line.id} className="line-card">
                <span className="clause">{line.section}</span>
                <LineLink to={`/lines/${line.id}`}>{line.title}</LineLink>
                <span className="quiet small">{line.source.says}</span>
                {MODE_NOTES[line.mode] !== '' && (
                  <span className="mode-note">{MODE_NOTES[line.mode]}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Lines that stand in no category come last, so that none can be overlooked. */
function groupsOf({ guide, lines }: CheckedGuide) {
  const placed = new Set<string>();
  const groups = guide.categories.map(({ number, title, items }) => {
    const ids = items.flatMap((item) => item.lines.map((l) => l.text));
    for (const id of ids) placed.add(id);
    return { number, title, lines: ids.flatMap((id) => lineOf(lines, id)) };
  });
  const rest = lines.filter((l) => !placed.has(l.id));
  return rest.length > 0 ? [...groups, { number: '其他', title: '未归类', lines: rest }] : groups;
}

function lineOf(lines: readonly CheckedLine[], id: string): readonly CheckedLine[] {
  return lines.filter((l) => l.id === id);
}
