import { formLines } from '../sheet/form-lines.ts';
import { useSheet } from '../sheet/sheet-world.ts';
import { IndicatorRow } from './indicator-row.tsx';
import { MoreRow } from './more-row.tsx';
import { OwnRows } from './own-rows.tsx';

interface Props {
  /** All years that have targets, none where there is nothing to part by years; they aren't shown while folded. */
  readonly offered: readonly string[];
  /** Whether any row has something said beside it. */
  readonly noted: boolean;
  readonly onFold: () => void;
}

/** The indicators as printed: 共性 and the levels merged down on the left, the value on the right, notes beside. */
export function IndicatorTable({ offered, noted, onFold }: Props) {
  const { form, filling, years } = useSheet();
  const lines = formLines(form, filling);
  const [one = '', two = '', three = '', value = ''] = form.headings;
  return (
    <table
      className={years.length > 0 ? 'paper-table paper-by-year' : 'paper-table'}
      style={yearsStyle(years.length)}
    >
      <colgroup>
        <col className="col-level" />
        <col className="col-level" />
        <col className="col-two" />
        {form.grouping && <col className="col-group" />}
        <col className="col-label" />
        <col className="col-value" />
        {years.map((year) => (
          <col key={year} className="col-year" />
        ))}
        {noted && <col className="col-note" />}
      </colgroup>
      <tbody>
        <tr className="head-row">
          <th scope="rowgroup" rowSpan={lines.length + 1} className="level-common">
            <span>{form.common}</span>
          </th>
          <th scope="col" className="head-one">
            {one}
          </th>
          <th scope="col" className="head-two">
            {two}
          </th>
          <th scope="col" className="head-three" colSpan={form.grouping ? 2 : 1}>
            {three}
          </th>
          <th scope="col" className="head-value">
            {value}
            {offered.length > 0 && (
              <button
                type="button"
                className="link small fold-years"
                aria-expanded={years.length > 0}
                onClick={onFold}
              >
                {years.length > 0 ? '收起分年目标' : `填分年目标（${span(offered)}）`}
              </button>
            )}
          </th>
          {years.map((year) => (
            <th key={year} scope="col" className="head-year">
              {year}年
            </th>
          ))}
          {noted && (
            <th scope="col" className="note-cell">
              说明
            </th>
          )}
        </tr>
        {lines.map((line) =>
          line.index === undefined ? (
            <MoreRow key={line.key} line={line} noted={noted} />
          ) : (
            <IndicatorRow key={line.key} line={line} index={line.index} noted={noted} />
          ),
        )}
        <OwnRows width={form.grouping ? 4 : 3} noted={noted} />
      </tbody>
    </table>
  );
}

function span(years: readonly string[]): string {
  const [first] = years;
  return years.length === 1 ? `${first}年` : `${first}—${years.at(-1)}`;
}

/** So that columns of years make the table wider, rather than its labels narrower. */
function yearsStyle(count: number): Record<`--${string}`, number> {
  return { '--years': count };
}
