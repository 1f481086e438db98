import type { DatedTable } from '@fuchi/guide/guide';
import { Panel } from '@fuchi/ui/panel.tsx';

/** A table whose rows hold from their day until the next row's; the newest stands first. */
export function DatedTableText({ table }: { readonly table: DatedTable }) {
  const rows = table.rows.toReversed();
  return (
    <Panel title={table.title}>
      <p className="quiet small">
        每一行从公布日起有效，到下一次公布前为止。来源：{table.source}。
      </p>
      <table className="figures" id={table.id}>
        <thead>
          <tr>
            <th scope="col">公布日期</th>
            {table.columns.map((c) => (
              <th key={c} scope="col" className="right">
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from.text}>
              <th scope="row" className="amount">
                {row.from.text}
              </th>
              {table.columns.map((c) => (
                <td key={c} className="right amount">
                  {row.values[c]?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
