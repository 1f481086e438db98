import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { capWords } from '../words/cap-words.ts';
import { ruleWords } from '../words/rule-words.ts';
import { LinePart } from './line-part.tsx';
import { Notes } from './notes.tsx';
import { Provision } from './provision.tsx';
import { ReadingLinks } from './reading-links.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly anchor: string;
}

/** The subsidy: what the guide says of it, how it is reckoned step by step, the most there can be. */
export function StandardText({ guide, line, anchor }: Props) {
  const { subsidy } = line.source;
  if (!subsidy) return null;
  const cap = capWords(line, guide);
  return (
    <LinePart name="补助标准">
      <ul className="provisions">
        <Provision
          guide={guide}
          line={line}
          clause={line.amountClause}
          anchor={anchor}
          says={subsidy.says === '' ? line.notComputable : subsidy.says}
        >
          {line.steps.length > 0 && (
            <ol className="guide-steps">
              {line.steps.map((step) => (
                <li key={step.id}>
                  <p>
                    <strong>{step.id}</strong>
                    {' = '}
                    {ruleWords(step.node, guide)}
                    <span className="guide-clause"> {fullClause(line.section, step.clause)}</span>
                  </p>
                  {step.says !== '' && <p className="small quiet">{step.says}</p>}
                </li>
              ))}
            </ol>
          )}
          <Notes
            rows={[
              ['封顶', cap === '' ? '指南没有写单个项目的上限。' : `${cap}。`],
              ['须先', line.premise?.says ?? ''],
              ['不能算出', subsidy.says === '' ? '' : line.notComputable],
              [
                '另解时',
                line.computableUnder === ''
                  ? ''
                  : `条文理解${line.computableUnder}取另解时，按上面的步骤计算。`,
              ],
              [
                '理解',
                line.readings.length > 0 && <ReadingLinks guide={guide} ids={line.readings} />,
              ],
            ]}
          />
          {line.steps.length > 0 && (
            <p className="small quiet">
              算出的是指南允许的上限，不等于立项金额；实际按预算和评审结果确定。
            </p>
          )}
        </Provision>
      </ul>
    </LinePart>
  );
}
