import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { lineSummary } from './line-summary.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
}

/** What a line is, before anything is asked. */
export function LineHead({ guide, line }: Props) {
  const { applicant, quota } = lineSummary(guide, line);
  const form = guide.guide.forms.find((f) => f.id === line.source.form);
  const { says, directions, papers } = line.source;
  const places = quota.atMost ?? quota.joint?.atMost ?? null;
  return (
    <div className="page-title">
      <nav aria-label="位置">
        <Link to="/">测一测：全部项目类别</Link>
      </nav>
      <h1>
        <span className="clause">{line.section}</span> {line.title}
      </h1>
      <p className="quiet">{says}</p>
      <dl className="line-facts">
        <div>
          <dt>方式</dt>
          <dd>{line.mode}</dd>
        </div>
        {applicant !== null && (
          <div>
            <dt>申报主体</dt>
            <dd>{applicant}</dd>
          </div>
        )}
        {places !== null && (
          <div>
            <dt>支持数量</dt>
            <dd>
              {quota.joint && quota.atMost === null ? '与相关类别合计' : ''}不超过{places}个
            </dd>
          </div>
        )}
        {form && (
          <div>
            <dt>绩效目标申报表</dt>
            <dd>
              <Link to="/forms/$form" params={{ form: form.id }}>
                附件{form.id} {form.title.join('')}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      {(directions.length > 0 || papers.length > 0) && (
        <details>
          <summary>支持方向和材料</summary>
          <ul className="plain-list">
            {directions.map((d) => (
              <li key={d.says}>
                {d.says}
                <span className="clause">{d.clause}</span>
              </li>
            ))}
            {papers.map((p) => (
              <li key={p.name}>
                材料：{p.name}
                {p.issuer !== '' && `（${p.issuer}出具）`}
                {p.clause && <span className="clause">{p.clause.text}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
