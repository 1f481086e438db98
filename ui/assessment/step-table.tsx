import type { AssessedStep } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { Panel } from '../panel.tsx';
import { AmountText } from './amount-text.tsx';

interface Props {
  readonly steps: readonly AssessedStep[];
  readonly program: Program;
}

/** How the ceiling comes about, step by step, each with its clause. */
export function StepTable({ steps, program }: Props) {
  const units = new Set(steps.map((s) => s.unit));
  const shared = units.size === 1 ? (steps[0]?.unit ?? '') : '';
  return (
    <Panel title="补助上限怎么算">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col" className="right">
              数额{shared !== '' && `（${shared}）`}
            </th>
            <th scope="col">条款</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, i) => {
            const source = program.line.steps[i];
            return (
              <tr key={step.label}>
                <th scope="row">
                  {step.label}
                  {source && source.says !== '' && <p className="quiet small">{source.says}</p>}
                  {source && (
                    <details>
                      <summary>算式</summary>
                      <code className="formula">{source.written}</code>
                    </details>
                  )}
                </th>
                <td className="right">
                  <AmountText value={step.value} unit={shared === '' ? step.unit : ''} />
                </td>
                <td>
                  <span className="clause">{step.clause}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
