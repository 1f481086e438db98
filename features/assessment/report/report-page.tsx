import type { GuideData } from '@fuchi/platform-browser/guide-data';
import { today } from '@fuchi/platform-browser/today';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { answerText, toldAnswers } from '../answers/answer-text.ts';
import { isBlank } from '../answers/answers.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { isWanted } from '../calculator/question.ts';
import { GROUPS } from '../calculator/standing.ts';
import { useStandings } from '../calculator/use-standings.ts';
import { isRows } from '../entry.ts';
import { ReportLine } from './report-line.tsx';
import { ReportRows } from './report-rows.tsx';
import { ReportSummary } from './report-summary.tsx';
import '../page.css';
import './report.css';

/** 政策匹配自测报告: the results and every answer they rest on, as a paper to print or keep. */
export function ReportPage({ data: { guide, regions } }: { readonly data: GuideData }) {
  usePageTitle('政策匹配自测报告');
  const [answers] = useAnswers(guide);
  const { groups, faults } = useStandings(guide, regions, answers);
  const told = toldAnswers(guide, answers);
  const shown = GROUPS.flatMap((g) => groups.get(g) ?? []).filter((s) => isWanted(s, answers));
  const detailed = shown.filter((s) => s.group === 'eligible' || s.group === 'undetermined');
  const directions = guide.guide.categories
    .flatMap((c) => c.items)
    .filter((i) => answers.wanted.includes(i.clause))
    .map((i) => `${i.clause} ${i.title}`);
  const aside = guide.lines.filter((l) => answers.aside.includes(l.id));
  const { title, version, digest } = guide.guide;
  if (isBlank(answers))
    return (
      <div className="page-title">
        <h1>政策匹配自测报告</h1>
        <p>还没有填任何答案，先去测一测。</p>
        <p>
          <Link to="/">去测一测</Link>
        </p>
      </div>
    );
  return (
    <article className="report">
      <div className="report-tools">
        <Link to="/">返回测一测</Link>
        <Button type="primary" onClick={() => window.print()}>
          打印或存为PDF
        </Button>
      </div>
      <header>
        <h1>政策匹配自测报告</h1>
        <dl className="report-stamp">
          <div>
            <dt>指南</dt>
            <dd>{title}</dd>
          </div>
          <div>
            <dt>指南数据版本</dt>
            <dd>{version}</dd>
          </div>
          <div>
            <dt>校验码</dt>
            <dd>
              <code>{digest}</code>
            </dd>
          </div>
          <div>
            <dt>生成日期</dt>
            <dd>{today()}</dd>
          </div>
          <div>
            <dt>申报日期</dt>
            <dd>{answers.round.asOf === '' ? '未填' : answers.round.asOf}</dd>
          </div>
        </dl>
        <p className="report-remark">
          本报告由申报单位自行填写后测算，仅供参考。补助上限是指南允许的最高额，不是立项金额；实际补助通常更低，取决于当年预算、评审和支持数量。
        </p>
        {answers.wanted.length > 0 && (
          <p className="quiet">只列所选方向：{directions.join('、')}。</p>
        )}
        {aside.length > 0 && (
          <p className="quiet">
            填写人表示与本单位无关、未列入的：{aside.map((l) => l.title).join('、')}。
          </p>
        )}
        {faults.length > 0 && (
          <p className="gap">有{faults.length}处填写有误，按未知处理，请回测一测更正。</p>
        )}
      </header>
      <section>
        <h2>一、各项目类别结论</h2>
        <ReportSummary standings={shown} />
      </section>
      {detailed.length > 0 && (
        <section>
          <h2>二、符合和待定类别逐条情况</h2>
          {detailed.map((s) => (
            <ReportLine
              key={s.assessment.line}
              standing={s}
              guide={guide}
              regions={regions}
              answers={answers}
            />
          ))}
        </section>
      )}
      <section>
        <h2>{detailed.length > 0 ? '三' : '二'}、本次填写的内容</h2>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">申报事实</th>
              <th scope="col">填写</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ spec, field }) => (
              <tr key={spec.id}>
                <th scope="row">{spec.label}</th>
                <td>
                  {answerText(spec, field)}
                  {isRows(field) && <ReportRows spec={spec} entry={field} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet small">没有列出的事实均为未填，按未知处理。</p>
      </section>
    </article>
  );
}
