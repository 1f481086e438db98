interface Props {
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

/** The parts of the page, each with what of the settings stands in it. */
const PARTS = [
  { id: 'basics', name: '名称和指南', holds: ['guide'] },
  { id: 'lines', name: '项目类别', holds: ['lines'] },
  { id: 'clocks', name: '时间', holds: ['clocks'] },
  { id: 'recommenders', name: '推荐单位', holds: ['recommenders'] },
  { id: 'limits', name: '限额和路径', holds: ['limits', 'routes'] },
  { id: 'conditions', name: '申报通知条件', holds: ['call'] },
  { id: 'readings', name: '条文理解', holds: ['otherReadings'] },
  { id: 'rules', name: '规则和公开', holds: ['electronicSeal'] },
  { id: 'chains', name: '签批链', holds: ['chains'] },
] as const;

/** Leads to the parts of a long page, and says in which of them something is wrong. */
export function PartLinks({ faults }: Props) {
  return (
    <nav className="round-parts" aria-label="本页各部分">
      <ul>
        {PARTS.map(({ id, name, holds }) => {
          const count = faults.filter(({ path }) =>
            holds.some((part) => path === part || path.startsWith(`${part}.`)),
          ).length;
          return (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
              {count > 0 && <span className="round-parts-count">{count}处没设好</span>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
