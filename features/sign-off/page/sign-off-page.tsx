import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Moment } from '@fuchi/ui/moment.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { SheetTable } from '@fuchi/ui/sheet-table.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type SignOffView, signOffView } from '../contract.ts';
import { SignForm } from './sign-form.tsx';
import { SignOffTag } from './sign-off-tag.tsx';
import { StepList } from './step-list.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import './sign-offs.css';

/** `/sign-offs/$signOff`: what is to be signed, what was said so far, and signing it. */
export function SignOffPage({ id }: { readonly id: string }) {
  const [signOff, setSignOff] = useState<SignOffView>();
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const { fault, ask } = useDesk();
  usePageTitle(signOff?.title ?? '签批');
  const path = `/api/desk/sign-offs/${id}`;
  const read = useCallback(async () => {
    const found = await ask({ path }, signOffView);
    if (found) setSignOff(found);
  }, [ask, path]);
  useEffect(() => void read(), [read]);
  if (!signOff) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const { title, state, next, organisation, begunBy, begunAt, reason, comparedWith, rows } =
    signOff;
  const changed = rows.filter(({ value, before }) => before !== undefined && before !== value);
  const mayNarrow = changed.length > 0 && changed.length < rows.length;
  const done = (view: SignOffView) => {
    setSignOff(view);
    setWithdrawing(false);
  };
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/sign-offs">签批</Link>
        </p>
        <h1>{title}</h1>
        <p className="sign-off-head">
          <SignOffTag state={state} next={next} />
          <span className="quiet">
            {organisation} {begunBy}，<Moment at={begunAt} /> 送签
          </span>
        </p>
      </div>
      <Panel title="签署">
        <StepList steps={signOff.steps} next={state === 'waiting' ? next : ''} />
        {signOff.mine && <SignForm signOff={signOff} onDone={done} onChanged={() => void read()} />}
        {signOff.mayWithdraw &&
          (withdrawing ? (
            <WithdrawForm signOff={signOff} onDone={done} onClose={() => setWithdrawing(false)} />
          ) : (
            <p className="sign-off-withdraw">
              <Button onClick={() => setWithdrawing(true)}>撤回送签</Button>
            </p>
          ))}
      </Panel>
      <Panel
        title="要签的内容"
        aside={
          mayNarrow && (
            <label className="sign-off-narrow">
              <input
                type="checkbox"
                checked={onlyChanged}
                onChange={(event) => setOnlyChanged(event.target.checked)}
              />
              只看不同的{changed.length}项
            </label>
          )
        }
      >
        {reason !== '' && <p className="sign-off-reason">送签说明：{reason}</p>}
        {comparedWith !== '' && (
          <p className="quiet small">
            与{comparedWith}对照{changed.length === 0 ? '，没有不同' : `，${changed.length}项不同`}
            。
          </p>
        )}
        <SheetTable title="要签的内容" rows={onlyChanged ? changed : rows} empty="没有内容。" />
        <p className="quiet small sign-off-digest">
          内容摘要（SM3）{signOff.digest}。每一步签的都是这一份。
        </p>
      </Panel>
    </>
  );
}
