import type { AssessedStage } from '@fuchi/policy/assess/assessment';
import { Amount } from '../amount.tsx';
import { Panel } from '../panel.tsx';
import { AmountText } from './amount-text.tsx';

/** When which part of the ceiling would be paid. */
export function StageTable({ stages }: { readonly stages: readonly AssessedStage[] }) {
  return (
    <Panel title="分几批拨付">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">批次</th>
            <th scope="col" className="right">
              上限（万元）
            </th>
            <th scope="col">条款</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row">
                {stage.stage}
                {stage.trigger !== '' && <p className="quiet small">{stage.trigger}</p>}
              </th>
              <td className="right">
                <StageAmount stage={stage} />
              </td>
              <td>
                <span className="clause">{stage.clause}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function StageAmount({ stage }: { readonly stage: AssessedStage }) {
  const { amount, atLeast, atMost } = stage;
  if (amount !== undefined) return <Amount value={amount} />;
  if (atLeast !== undefined)
    return <AmountText value={{ atLeast, atMost: atMost ?? null }} unit="" />;
  if (atMost === undefined || atMost === null) return <span className="quiet">未写明</span>;
  return (
    <>
      至多 <Amount value={atMost} />
    </>
  );
}
