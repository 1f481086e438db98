import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Moment } from '@fuchi/ui/moment.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type OwnView, ownView } from '../contract.ts';
import { StateTag } from './state-tag.tsx';

interface Props {
  readonly registration: NonNullable<OwnView['registration']>;
  readonly onChange: (own: OwnView) => void;
}

/** What was handed in last, where it stands and what was said. */
export function OwnPanel({ registration, onChange }: Props) {
  const { name, creditCode, purpose, territoryName, recommenderName, state, buttons } =
    registration;
  const { busy, fault, ask } = useDesk();
  const withdraw = buttons.find(({ command }) => command === 'withdraw');
  const send = async () => {
    const own = await ask({ method: 'POST', path: '/api/registration/withdraw' }, ownView);
    if (own) onChange(own);
  };
  return (
    <Panel
      title={purpose === 'new' ? `注册：${name}` : `接管：${name}`}
      aside={<StateTag state={state} name={registration.stateName} />}
    >
      <Word registration={registration} />
      <dl className="registration-facts">
        <dt>统一社会信用代码</dt>
        <dd className="amount">{creditCode}</dd>
        <dt>注册地</dt>
        <dd>{territoryName}</dd>
        <dt>审核单位</dt>
        <dd>{recommenderName}</dd>
        <dt>提交时间</dt>
        <dd>
          <Moment at={registration.askedAt} />
        </dd>
        {registration.decidedAt !== null && (
          <>
            <dt>{state === 'returned' ? '退回时间' : '办结时间'}</dt>
            <dd>
              <Moment at={registration.decidedAt} />
            </dd>
          </>
        )}
      </dl>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {withdraw && (
        <Button loading={busy} onClick={() => void send()}>
          {withdraw.name}
        </Button>
      )}
    </Panel>
  );
}

/** What it means for whoever asked, in one sentence. */
function Word({
  registration: { state, reason, recommenderName, name },
}: Pick<Props, 'registration'>) {
  switch (state) {
    case 'submitted':
      return (
        <p>已经提交，{recommenderName}正在审核。审核有结果会发邮件告知，也可以随时回到本页查看。</p>
      );
    case 'returned':
      return (
        <Alert
          type="warning"
          showIcon
          title={`请补正：${reason ?? ''}`}
          description="在下面修改后重新提交，没有问题的材料不用再传。"
        />
      );
    case 'refused':
      return (
        <Alert
          type="error"
          showIcon
          title={`不予通过：${reason ?? ''}`}
          description="情况有变化的，可以在下面修改后重新申请。"
        />
      );
    case 'approved':
      return (
        <Alert
          type="success"
          showIcon
          title={`${name}已经通过，您是单位管理员。`}
          description={<Link to="/sign-in">进入单位管理员的工作台</Link>}
        />
      );
    default:
      return <p>已经撤回，可以在下面修改后重新提交。</p>;
  }
}
