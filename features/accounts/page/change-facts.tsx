import { Moment } from '@fuchi/ui/moment.tsx';
import type { ChangeView } from '../contract-change.ts';

/** What is asked for, by whom, with which proof, and what came of it. */
export function ChangeFacts({ change }: { readonly change: ChangeView }) {
  const { unit, into, people, opinion, decidedAt } = change;
  return (
    <dl className="accounts-facts">
      <dt>单位</dt>
      <dd>
        {unit.name}
        {unit.creditCode !== null && <span className="quiet">（{unit.creditCode}）</span>}
      </dd>
      {change.newName !== null && (
        <>
          <dt>新名称</dt>
          <dd>
            <strong>{change.newName}</strong>
          </dd>
        </>
      )}
      {into && (
        <>
          <dt>并入</dt>
          <dd>
            <strong>{into.name}</strong>
            {into.creditCode !== null && <span className="quiet">（{into.creditCode}）</span>}
          </dd>
        </>
      )}
      {people !== null && (
        <>
          <dt>人员</dt>
          <dd>{people}</dd>
        </>
      )}
      <dt>理由</dt>
      <dd>{change.reason}</dd>
      <dt>证明</dt>
      <dd>
        <a href={`/api/unit-changes/${change.id}/proof`} target="_blank" rel="noreferrer">
          {change.proof.name}
        </a>
      </dd>
      <dt>申请人</dt>
      <dd>
        {change.askedBy}，<Moment at={change.askedAt} />
      </dd>
      <dt>审核</dt>
      <dd>
        {change.recommender} · {change.stateName}
        {decidedAt !== null && (
          <>
            ，<Moment at={decidedAt} />
          </>
        )}
      </dd>
      {opinion !== null && (
        <>
          <dt>意见</dt>
          <dd>{opinion}</dd>
        </>
      )}
    </dl>
  );
}
