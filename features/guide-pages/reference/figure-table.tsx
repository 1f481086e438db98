import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';

/** Periods and figures that several lines share, each with its name. */
export function FigureTable({ guide }: { readonly guide: CheckedGuide }) {
  const { calendars, figures } = guide.guide;
  return (
    <Panel title="几类共用的期间和数">
      <table className="figures guide-table">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">值</th>
            <th scope="col">条款</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {[...calendars, ...figures].map((f) => (
            <tr key={f.id} id={f.id}>
              <th scope="row">{f.id}</th>
              <td className="amount">{f.value.text.replace('..', '至')}</td>
              <td className="guide-clause">{f.clauses.map((c) => c.text).join('、')}</td>
              <td>{f.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
