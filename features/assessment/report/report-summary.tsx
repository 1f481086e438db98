import { GROUP_TITLES } from '../calculator/group-titles.ts';
import type { Standing } from '../calculator/standing.ts';
import { MODE_NOTES } from '../line-mode.ts';
import { AmountText } from '../result/amount-text.tsx';
import { stepValue } from '../result/amount-value.ts';

/** One row a line: where it stands, the most it allows, and why. */
export function ReportSummary({ standings }: { readonly standings: readonly Standing[] }) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">项目类别</th>
          <th scope="col">结论</th>
          <th scope="col" className="right">
            补助上限（万元）
          </th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((s) => (
          <tr key={s.assessment.line}>
            <th scope="row">
              <span className="clause">{s.section}</span> {s.assessment.title}
            </th>
            <td className="report-verdict">{GROUP_TITLES[s.group]}</td>
            <td className="right">
              <Ceiling standing={s} />
            </td>
            <td>{reason(s)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ceiling({ standing: { assessment, group } }: { readonly standing: Standing }) {
  if (group === 'not-applied' || group === 'ineligible') return <>—</>;
  if (assessment.ceiling === null) return <span className="quiet">尚不能算出</span>;
  return <AmountText value={stepValue(assessment.ceiling)} unit="" />;
}

function reason({ assessment, group, failing, lacking }: Standing): string {
  if (group === 'not-applied') return MODE_NOTES[assessment.mode];
  if (group === 'ineligible') {
    const more = assessment.failing.length - 1;
    const says = failing ? `条款${failing.clause}：${failing.says}` : '';
    return more > 0 ? `${says}另有${more}条不符合。` : says;
  }
  if (group === 'eligible') return '各项支持条件都符合';
  const named = lacking.slice(0, 3).map((l) => l.label);
  return named.length === 0
    ? '由主管部门决定'
    : `还差${lacking.length}项：${named.join('、')}${lacking.length > 3 ? '等' : ''}`;
}
