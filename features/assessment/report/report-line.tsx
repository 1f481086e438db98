import { papersFor } from '@fuchi/policy/assess/papers';
import { compile } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { BECAUSE_WORDS, OUTCOME_WORDS } from '@fuchi/policy/sentence/words';
import type { Regions } from '@fuchi/values/region';
import { useMemo } from 'react';
import type { Answers } from '../answers/answers.ts';
import { readQuestion } from '../assess-line.ts';
import type { Standing } from '../calculator/standing.ts';
import { AmountText } from '../result/amount-text.tsx';
import { stepValue } from '../result/amount-value.ts';
import { GapText } from '../result/gap-text.tsx';
import { valueText } from '../result/value-text.ts';
import { questionOf } from '../round-entry.ts';

interface Props {
  readonly standing: Standing;
  readonly guide: CheckedGuide;
  readonly regions: Regions;
  readonly answers: Answers;
}

/** One line clause by clause, with the figures each rests on, the amount's steps and the papers. */
export function ReportLine({ standing: { assessment, section }, guide, regions, answers }: Props) {
  const { facts, round } = answers;
  const { line, title, conditions, steps, ceiling, readings } = assessment;
  const papers = useMemo(() => {
    const program = compile(guide, line, round);
    if (!program) return [];
    const read = readQuestion(guide, regions, questionOf(facts, round));
    return papersFor(program, read.facts).filter((p) => p.needed !== 'no');
  }, [guide, line, regions, facts, round]);
  return (
    <section className="report-line">
      <h3>
        <span className="clause">{section}</span> {title}
      </h3>
      {ceiling && (
        <p>
          补助上限：
          <AmountText value={stepValue(ceiling)} unit="万元" />
          {steps.length > 0 && (
            <span className="quiet">
              （
              {steps.map((step, i) => (
                <span key={step.label}>
                  {i > 0 && '；'}
                  {step.label} <AmountText value={step.value} unit={step.unit} />
                  ，条款{step.clause}
                </span>
              ))}
              ）
            </span>
          )}
        </p>
      )}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col">支持条件</th>
            <th scope="col">情况</th>
          </tr>
        </thead>
        <tbody>
          {conditions.map((c) => (
            <tr key={c.clause}>
              <td className="clause">{c.clause}</td>
              <td>
                {c.says}
                {c.gap && <GapText gap={c.gap} facts={c.facts} />}
                <p className="quiet small">
                  {c.facts
                    .filter((f) => f.row === undefined)
                    .map((f) => `${f.label}：${valueText(f.value, f.unit)}`)
                    .join('；')}
                </p>
              </td>
              <td className="report-verdict">
                {OUTCOME_WORDS[c.outcome]}
                {c.because && <p className="quiet small">{BECAUSE_WORDS[c.because]}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {papers.length > 0 && (
        <p>
          要准备的材料：
          {papers
            .map(({ paper }) => paper.name + (paper.issuer === '' ? '' : `（${paper.issuer}出具）`))
            .join('；')}
          。
        </p>
      )}
      {readings.length > 0 && (
        <p className="quiet small">依据的条文理解：{readings.join('、')}。</p>
      )}
    </section>
  );
}
